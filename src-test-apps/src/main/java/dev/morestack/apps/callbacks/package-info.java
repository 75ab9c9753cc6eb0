/** Code that the JDK calls on threads of its own. */
package dev.morestack.apps.callbacks;
