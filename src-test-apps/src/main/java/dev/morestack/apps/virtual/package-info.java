/** Virtual threads. */
package dev.morestack.apps.virtual;
