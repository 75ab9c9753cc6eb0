package dev.morestack.apps.recursion;

/**
 * What every recursion here computes: each frame folds its own number into what the frame above it
 * returned, so that a frame that is lost, doubled or damaged changes the result.
 */
final class Fold {

    static final long SEED = 17;

    private Fold() {}

    static long step(long above, int n) {
        return above * 31 + n;
    }
}
