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
     * <p>It is that of the innermost method which occurs three times: two frames of one name may be
     * a method that calls another of its name, which is no recursion.
     *
     * @param names of methods, the innermost first
     */
    static String[] of(String[] names, int count) {
        String[] twice = NONE;
        for (int i = 0; i < count; i++) {
            int next = next(names, i, count);
            if (next < count && next(names, next, count) < count) {
                return fromLeast(names, i, next);
            }
            if (next < count && twice.length == 0) {
                twice = fromLeast(names, i, next);
            }
        }
        return twice;
    }

    /** Returns where the name at {@code from} is again, {@code count} when nowhere. */
    private static int next(String[] names, int from, int count) {
        int i = from + 1;
        while (i < count && !names[i].equals(names[from])) {
            i++;
        }
        return i;
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
