/** Ways to recurse, and ways to start the thread that does. */
package dev.morestack.apps.recursion;
