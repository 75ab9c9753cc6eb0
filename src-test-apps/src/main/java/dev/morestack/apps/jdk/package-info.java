/** Parts of the JDK that recurse over what they are given. */
package dev.morestack.apps.jdk;
