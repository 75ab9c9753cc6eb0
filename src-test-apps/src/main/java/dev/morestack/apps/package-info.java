/** Tiny programs that the process tests start; they print what they see and judge nothing. */
package dev.morestack.apps;
