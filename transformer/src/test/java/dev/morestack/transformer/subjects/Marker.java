package dev.morestack.transformer.subjects;

/** An annotation with a default. */
@interface Marker {
    int value() default 1;
}
