/**
 * Weaves checks into class files: bytes in, bytes out.
 *
 * <p>Nothing here has global state, loads a class of the program or knows {@code Instrumentation}.
 * Since it runs while classes are being loaded, it uses no lambdas, no string concatenation by
 * {@code invokedynamic} and no logging.
 */
package dev.morestack.transformer;
