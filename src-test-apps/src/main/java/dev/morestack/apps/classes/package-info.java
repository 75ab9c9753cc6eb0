/** Classes that come to life while the thread is deep. */
package dev.morestack.apps.classes;
