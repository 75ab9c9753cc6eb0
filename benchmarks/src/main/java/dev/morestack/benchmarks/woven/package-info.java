/**
 * The code that is measured, woven by the agent. Its plain copies are made from the same class
 * files, so nothing here may refer to the package by name.
 */
package dev.morestack.benchmarks.woven;
