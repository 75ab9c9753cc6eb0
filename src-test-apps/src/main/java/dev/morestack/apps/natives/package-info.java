/** Java that native code calls. */
package dev.morestack.apps.natives;
