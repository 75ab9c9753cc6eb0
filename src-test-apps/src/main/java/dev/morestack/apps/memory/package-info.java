/** A heap that is too small. */
package dev.morestack.apps.memory;
