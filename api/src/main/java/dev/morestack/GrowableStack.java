package dev.morestack;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method during which the stack grows, whatever holds outside. Without Morestack's agent the
 * annotation does nothing.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GrowableStack {

    /** How it grows: {@code adaptive}, {@code segments} or {@code carrier}. */
    String value() default "adaptive";
}
