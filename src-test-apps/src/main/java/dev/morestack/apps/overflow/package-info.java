/** Recursion without an end. */
package dev.morestack.apps.overflow;
