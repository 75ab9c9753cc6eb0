/** Tests that a made-up library publishes: some mind the agent, on purpose. */
package dev.morestack.suites.subjects;
