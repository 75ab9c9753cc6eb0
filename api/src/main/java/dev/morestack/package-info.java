/** What a program can tell Morestack. Harmless without it. */
package dev.morestack;
