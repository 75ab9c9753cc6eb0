package dev.morestack.apps.recursion;

/**
 * Recursion through small methods that are inlined, once they are compiled, into one with a small
 * frame of its own, and fill that with 32 longs.
 */
final class Inlined {

    private static final int TURNS_TO_WARM_UP = 100_000;
    private static final int FRAMES_TO_WARM_UP = 20;

    private Inlined() {}

    static long start(int n) {
        long sum = 0;
        for (int i = 0; i < TURNS_TO_WARM_UP; i++) {
            sum += descend(FRAMES_TO_WARM_UP);
        }
        if (sum != TURNS_TO_WARM_UP * descend(FRAMES_TO_WARM_UP)) {
            throw new IllegalStateException("not the same each time");
        }
        return descend(n);
    }

    private static long descend(int n) {
        return n == 0 ? Fold.SEED : Fold.step(outer(n), n);
    }

    /** Adds 168 of its number to what is above it, and takes that away again. */
    private static long outer(int n) {
        long[] f = ManyLongs.FACTORS;
        long v0 = f[0] * n;
        long v1 = f[1] * n;
        long v2 = f[2] * n;
        long v3 = f[3] * n;
        long v4 = f[4] * n;
        long v5 = f[5] * n;
        long v6 = f[6] * n;
        long v7 = f[7] * n;
        long v8 = f[8] * n;
        long v9 = f[9] * n;
        long v10 = f[10] * n;
        long v11 = f[11] * n;
        long v12 = f[12] * n;
        long v13 = f[13] * n;
        long v14 = f[14] * n;
        long v15 = f[15] * n;
        long above = inner(n);
        return above + v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14
                + v15 - 168L * n;
    }

    private static long inner(int n) {
        long[] f = ManyLongs.FACTORS;
        long v0 = f[16] * n;
        long v1 = f[17] * n;
        long v2 = f[18] * n;
        long v3 = f[19] * n;
        long v4 = f[20] * n;
        long v5 = f[21] * n;
        long v6 = f[22] * n;
        long v7 = f[23] * n;
        long v8 = f[24] * n;
        long v9 = f[25] * n;
        long v10 = f[26] * n;
        long v11 = f[27] * n;
        long v12 = f[28] * n;
        long v13 = f[29] * n;
        long v14 = f[30] * n;
        long v15 = f[31] * n;
        long above = descend(n - 1);
        return above + v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14
                + v15 - 424L * n;
    }
}
