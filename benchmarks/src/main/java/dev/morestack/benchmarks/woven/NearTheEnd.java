package dev.morestack.benchmarks.woven;

import dev.morestack.benchmarks.ShareOfStack;

/** Recursion that needs a given share of a default stack of 1 MB, down and up again. */
public final class NearTheEnd implements ShareOfStack {

    private static final int TURNS = 50;
    private static final int SHALLOW = 500;
    private static final int WARM_UP = 2_000;

    /** What a tenth of the stack holds, of compiled frames. */
    private int tenth;

    /** Goes down a number of tenths of what the stack holds. */
    @Override
    public long run(int tenths) {
        long frames = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            frames += descend(tenths * tenth);
        }
        return frames;
    }

    @Override
    public int measureTenth() {
        for (int turn = 0; turn < WARM_UP; turn++) {
            descend(SHALLOW);
        }
        int frames = SHALLOW;
        try {
            while (true) {
                frames += frames / 50;
                descend(frames);
            }
        } catch (StackOverflowError e) {
            return frames / 10;
        }
    }

    @Override
    public void setTenth(int frames) {
        tenth = frames;
        for (int turn = 0; turn < WARM_UP; turn++) {
            descend(SHALLOW);
        }
    }

    private static int descend(int frames) {
        return frames == 0 ? 0 : 1 + descend(frames - 1);
    }
}
