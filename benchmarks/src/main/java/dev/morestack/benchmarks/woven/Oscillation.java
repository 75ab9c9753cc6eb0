package dev.morestack.benchmarks.woven;

/**
 * Goes down to a base, and from there again and again a few frames further down and up. Where base
 * and turning point lie on two sides of a boundary, every turn crosses it.
 */
public final class Oscillation {

    /** What is done at a base. */
    public enum Motion {
        /** Straight down and up. */
        SWING,
        /** A binary tree, whose leaves lie below the base by the logarithm of its calls. */
        TREE
    }

    private final Motion motion;

    public Oscillation(Motion motion) {
        this.motion = motion;
    }

    /**
     * Turns at one base.
     *
     * @param base frames above the turns
     * @param amplitude frames of a turn
     * @return the calls made in all turns
     */
    public long turn(int base, int amplitude, int turns) {
        return descend(0, base, base, amplitude, turns, null);
    }

    /**
     * Turns at every base from 0 up to one, on a single way down.
     *
     * @param nanos for every base, the time its turns took
     * @return the calls made in all turns
     */
    public long sweep(int amplitude, int turns, long[] nanos) {
        return descend(0, 0, nanos.length - 1, amplitude, turns, nanos);
    }

    /** One method for both, so that a base found by a sweep is the same depth in a turn. */
    private long descend(int depth, int first, int last, int amplitude, int turns, long[] nanos) {
        long calls = 0;
        if (depth >= first) {
            long start = System.nanoTime();
            for (int turn = 0; turn < turns; turn++) {
                calls += motion == Motion.SWING ? swing(amplitude) : grow(amplitude);
            }
            if (nanos != null) {
                nanos[depth] = System.nanoTime() - start;
            }
        }
        return depth == last
                ? calls
                : calls + descend(depth + 1, first, last, amplitude, turns, nanos);
    }

    private static int swing(int frames) {
        return frames == 0 ? 0 : 1 + swing(frames - 1);
    }

    private static int grow(int height) {
        return height == 0 ? 1 : 1 + grow(height - 1) + grow(height - 1);
    }
}
