/**
 * Brings Morestack into a JVM: reads the options, gives the boot loader the runtime, weaves classes
 * and reports. Lives in a class loader of its own.
 */
package dev.morestack.agent;
