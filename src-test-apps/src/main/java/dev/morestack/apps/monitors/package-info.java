/** Monitors and locks held by many frames. */
package dev.morestack.apps.monitors;
