/** Much in one JVM, for flags that make a JVM start slowly. */
package dev.morestack.apps.tour;
