/** What a thread carries with it. */
package dev.morestack.apps.context;
