package dev.morestack.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * The depths that a program visits: down to the first, up to the second, down to the third and so
 * on.
 *
 * @param goals low points and turning points by turns; the last is 0
 * @param skipMask one chance in this many plus one to pass by a call on the way down; 0 for never
 * @param seed where the decisions that the walk takes on its way start from
 */
record WalkPlan(List<Goal> goals, int skipMask, long seed, Size size) {

    /**
     * A depth to go to.
     *
     * @param depth in frames
     * @param thrown whether the way up to it is an exception, where the program can throw
     */
    record Goal(int depth, boolean thrown) {}

    static WalkPlan choose(Dice dice, Size size) {
        List<Goal> goals = new ArrayList<>();
        int low = dice.oneIn(3) ? dice.magnitude(size.depth) : dice.between(1, size.depth);
        goals.add(new Goal(low, false));
        for (int leg = dice.between(0, 5); leg > 0; leg--) {
            int up = dice.oneIn(3) ? dice.below(low + 1) : Math.min(low, dice.magnitude(low));
            goals.add(new Goal(low - up, dice.oneIn(2)));
            low = Math.min(size.depth, low - up + dice.magnitude(size.depth / 2));
            goals.add(new Goal(low, false));
            if (dice.oneIn(2)) {
                oscillate(dice, goals, low);
            }
        }
        goals.add(new Goal(0, dice.oneIn(2)));
        int skipMask = dice.oneIn(2) ? 0 : (8 << dice.below(4)) - 1;
        return new WalkPlan(List.copyOf(goals), skipMask, dice.anyLong(), size);
    }

    /** The same way, as far as another size lets it. */
    WalkPlan within(Size other) {
        return new WalkPlan(goals, skipMask, seed, other);
    }

    /** Some turns up and down again by the same few frames, as at a boundary. */
    private static void oscillate(Dice dice, List<Goal> goals, int low) {
        int amplitude = Math.min(low, dice.magnitude(2_000));
        int turns = dice.between(1, 15);
        boolean byException = dice.oneIn(3);
        for (int turn = 0; turn < turns; turn++) {
            goals.add(new Goal(low - amplitude, byException));
            goals.add(new Goal(low, false));
        }
    }
}
