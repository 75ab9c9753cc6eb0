package dev.morestack;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that needs so many contiguous bytes of stack while it runs: a {@code native} method, or
 * one that calls native code, in whichever way.
 *
 * <p>With Morestack's agent a call finds at least that much stack, on another one if need be, and
 * gives it back when it returns or throws. What the method calls is covered, too: tag the caller of
 * a loop rather than what the loop calls. Without the agent the annotation does nothing.
 *
 * <p>For code that cannot be annotated there is the agent's option {@code bigstack}; for sizes
 * known only at run time, {@link Region}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface BigStack {

    /** The bytes: digits, and {@code k}, {@code m} or {@code g} for powers of 1024. */
    String value() default "2m";
}
