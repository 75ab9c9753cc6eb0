/** The collector and a deep thread. */
package dev.morestack.apps.heap;
