/** Small classes that tests weave; each shows one way in which a method can begin. */
package dev.morestack.transformer.subjects;
