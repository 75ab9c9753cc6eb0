/** Programs whose stack switches are measured. */
package dev.morestack.apps.profiled;
