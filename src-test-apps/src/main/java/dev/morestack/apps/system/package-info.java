/** Threads of the JVM and of the JDK. */
package dev.morestack.apps.system;
