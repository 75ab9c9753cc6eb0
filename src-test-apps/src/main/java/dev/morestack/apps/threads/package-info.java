/** Threads and what they run. */
package dev.morestack.apps.threads;
