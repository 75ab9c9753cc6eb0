/** What programs may name: the errors that Morestack throws. */
package dev.morestack;
