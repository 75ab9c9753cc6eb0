/** Waiting in all ways while deep. */
package dev.morestack.apps.blocking;
