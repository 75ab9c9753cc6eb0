/** Programs that a debugger stops. */
package dev.morestack.apps.debugged;
