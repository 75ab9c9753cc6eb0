package dev.morestack;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method during which the stack does not grow, as with {@link StackPolicies#fixed()}: recursion
 * that is too deep gets a {@link StackLimitError} at the end of the thread's own stack. Without
 * Morestack's agent the annotation does nothing.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface FixedStack {}
