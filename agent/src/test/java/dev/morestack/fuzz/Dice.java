package dev.morestack.fuzz;

import java.util.Collection;
import java.util.List;
import java.util.Random;

/** A source of choices that depends on the seed alone, on every JVM and processor. */
final class Dice {
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    /**
     * The algorithm of {@link Random} is part of its specification, so seeds keep their meaning.
     */
    private final Random random;

    Dice(long seed) {
        // Neighbouring seeds of Random begin alike.
        long scattered = (seed + 1) * SCATTER;
        random = new Random(scattered ^ (scattered >>> 29));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from low to high, both included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    boolean oneIn(int chances) {
        return below(chances) == 0;
    }

    long anyLong() {
        return random.nextLong();
    }

    /** A number from 1 to high at which every order of magnitude is as likely as the others. */
    int magnitude(int high) {
        int bits = below(32 - Integer.numberOfLeadingZeros(high));
        return Math.min(high, (1 << bits) + below(1 << bits));
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** One of the choices, each as likely as its weight says. */
    <T extends Weighted> T weigh(Collection<T> choices) {
        int rest = below(choices.stream().mapToInt(Weighted::weight).sum());
        for (T choice : choices) {
            rest -= choice.weight();
            if (rest < 0) {
                return choice;
            }
        }
        throw new IllegalArgumentException("nothing to choose from");
    }

    /** Something of which some are chosen more often than others. */
    interface Weighted {
        int weight();
    }
}
