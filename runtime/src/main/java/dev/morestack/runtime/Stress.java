package dev.morestack.runtime;

/** Counts checks when the program runs under stress. */
final class Stress {

    private static int checks;

    private Stress() {}

    /** Tells whether this check is the one that spills. Races only shift which one that is. */
    static boolean isDue() {
        return ++checks % SlowPath.SETTINGS.stress() == 0;
    }
}
