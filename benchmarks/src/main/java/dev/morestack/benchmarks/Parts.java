package dev.morestack.benchmarks;

import java.util.Locale;

/** The parts of the suite, in the order in which they run. */
enum Parts {
    START,
    COLD,
    MICRO,
    REGIONS,
    BOUNDARY,
    POLICIES,
    PROGRAMS,
    MACRO,
    DEPTH;

    Part part() {
        return switch (this) {
            case START -> new StartUp();
            case COLD -> new Cold();
            case MICRO -> new Micro();
            case REGIONS -> new Regions();
            case BOUNDARY -> new Boundary();
            case POLICIES -> new Policies();
            case PROGRAMS -> new Programs();
            case MACRO -> new Macro();
            case DEPTH -> new Depth();
        };
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what the option {@code --only} takes, for its help. */
    @Override
    public String toString() {
        return title();
    }
}
