package dev.morestack.runtime;

/** Finds the recursion that a stack is in: the methods from one frame to the next of its kind. */
final class Cycle {

    private static final String[] NONE = {};

    private Cycle() {}

    /**
     * Returns the methods of the recursion, a caller before what it calls, beginning with the least
     * name, so that the same recursion is the same array whichever of its methods spills. Empty
     * when no method occurs twice.
     *
     * @param names of methods, the innermost first
     */
    static String[] of(String[] names, int count) {
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                if (names[j].equals(names[i])) {
                    return fromLeast(names, i, j);
                }
            }
        }
        return NONE;
    }

    /** The frames from {@code from} to before {@code to} are the cycle, innermost first. */
    private static String[] fromLeast(String[] names, int from, int to) {
        int length = to - from;
        int least = from;
        for (int i = from + 1; i < to; i++) {
            if (names[i].compareTo(names[least]) < 0) {
                least = i;
            }
        }
        String[] cycle = new String[length];
        for (int i = 0; i < length; i++) {
            cycle[i] = names[from + Math.floorMod(least - from - i, length)];
        }
        return cycle;
    }
}
