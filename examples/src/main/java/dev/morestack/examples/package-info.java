/**
 * The manual, as programs: each numbered example says at its head what it shows, how to run it, and
 * what it prints then.
 */
package dev.morestack.examples;
