/** Programs that grow their stacks in one way or another. */
package dev.morestack.apps.growth;
