/** Programs that need no more stack: the agent must not show. */
package dev.morestack.apps.basics;
