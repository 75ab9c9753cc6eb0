/** What a deep thread looks like to itself, to others and when it dies. */
package dev.morestack.apps.traces;
