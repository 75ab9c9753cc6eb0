package dev.morestack.fuzz;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a generated program may contain, so that a run can leave a thing out or ask for one that is
 * not in every run.
 *
 * <p>A new extension starts here: one constant, and the method kinds, call styles, pieces or deeds
 * that name it.
 */
enum Feature {
    CALLS,
    INTERFACES,
    CONSTRUCTORS,
    SYNCHRONIZED,
    EXCEPTIONS,
    SUBROUTINES,
    METHOD_HANDLES,
    LAMBDAS,
    REFLECTION,
    LIBRARY,
    LONG_FRAMES,
    LONG_CODE,
    WIDE_ARGUMENTS,
    LIVE_STACK,
    ALLOCATION,
    STACK_WALKS,
    THREAD_LOCALS,
    LOCKS,
    WAITS,
    INTERRUPTS,
    PARKING,
    SCOPED_VALUES,
    /** Recursion through a native frame of the VM, which needs a root above it. */
    STATIC_INITIALISERS,
    /** Methods tagged with stack of their own, and calls of {@code Region}. */
    REGIONS,
    /** Methods tagged with a way to grow, and calls of {@code Morestack.with}. */
    POLICIES;

    private static final Set<Feature> ON_REQUEST =
            EnumSet.of(STATIC_INITIALISERS, REGIONS, POLICIES);

    /**
     * The features that a text such as {@code +STATIC_INITIALISERS,-WAITS} leaves, starting from
     * the usual ones; a text without a sign before the first name starts from {@link #CALLS} alone.
     */
    static Set<Feature> parse(String text) {
        Set<Feature> features = EnumSet.complementOf(EnumSet.copyOf(ON_REQUEST));
        if (text.isBlank()) {
            return features;
        }
        if (text.charAt(0) != '+' && text.charAt(0) != '-') {
            features = EnumSet.of(CALLS);
        }
        for (String part : text.split(",")) {
            String name = part.replaceFirst("^[+-]", "").toUpperCase(Locale.ROOT);
            if (part.startsWith("-")) {
                features.remove(valueOf(name));
            } else {
                features.add(valueOf(name));
            }
        }
        return features;
    }
}
