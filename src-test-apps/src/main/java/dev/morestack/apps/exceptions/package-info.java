/** Exceptions that pass through many frames. */
package dev.morestack.apps.exceptions;
