package dev.morestack.runtime;

import java.util.Arrays;

/** Finds the recursion that a stack is in: the methods from one frame to the next of its kind. */
final class Cycle {

    private static final String[] NONE = {};

    /** A method that calls another of its name makes two frames alike; three are a recursion. */
    private static final int OFTEN = 3;

    private final String[] names;
    private final int count;

    private Cycle(String[] names, int count) {
        this.names = names;
        this.count = count;
    }

    /**
     * Returns the methods of the recursion, a caller before what it calls, beginning so that the
     * same recursion is the same array whichever of its methods spills. When the recursion takes
     * turns that differ, as that of a parser does, all methods that occur often, by name. Empty
     * when there is no recursion.
     *
     * @param names of methods, the innermost first
     */
    static String[] of(String[] names, int count) {
        return new Cycle(names, count).find();
    }

    private String[] find() {
        // What the recursion calls in the end may stand before it.
        for (int from = 0; from <= count / 4; from++) {
            for (int length = 1; from + 2 * length <= count; length++) {
                int end = endOfTurns(from, length);
                if (isWhole(from, length, end)) {
                    return leastRotation(Arrays.copyOfRange(names, from, from + length));
                }
            }
        }
        return oftenMet();
    }

    /** Returns where the frames from {@code from} on stop to be a repetition of the first turn. */
    private int endOfTurns(int from, int length) {
        int i = from + length;
        while (i < count && names[i].equals(names[i - length])) {
            i++;
        }
        return i;
    }

    /** Three turns are a recursion, or two that go on; but not if it goes on in another way. */
    private boolean isWhole(int from, int length, int end) {
        if (end == count) {
            return end - from >= (length == 1 ? OFTEN : 2 * length);
        }
        if (end - from < OFTEN * length) {
            return false;
        }
        for (int i = end; i < count; i++) {
            if (indexOf(names[i], from, from + length) >= 0) {
                return false;
            }
        }
        return true;
    }

    private int indexOf(String name, int from, int to) {
        for (int i = from; i < to; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private String[] oftenMet() {
        String[] sorted = Arrays.copyOf(names, count);
        Arrays.sort(sorted);
        int found = 0;
        for (int i = 0; i < count; ) {
            int next = i + 1;
            while (next < count && sorted[next].equals(sorted[i])) {
                next++;
            }
            if (next - i >= OFTEN) {
                sorted[found++] = sorted[i];
            }
            i = next;
        }
        return found == 0 ? NONE : Arrays.copyOf(sorted, found);
    }

    /** Turns the innermost-first order round, and begins where the order by name is least. */
    private static String[] leastRotation(String[] innermostFirst) {
        int length = innermostFirst.length;
        String[] least = null;
        for (int start = 0; start < length; start++) {
            String[] rotated = new String[length];
            for (int i = 0; i < length; i++) {
                rotated[i] = innermostFirst[Math.floorMod(start - i, length)];
            }
            if (least == null || Arrays.compare(rotated, least) < 0) {
                least = rotated;
            }
        }
        return least;
    }
}
