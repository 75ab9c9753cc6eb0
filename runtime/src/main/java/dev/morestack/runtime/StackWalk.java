package dev.morestack.runtime;

import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds out which method's check spills and in which recursion: names a bounded number of frames,
 * and now and then counts the others.
 */
final class StackWalk implements Function<Stream<StackWalker.StackFrame>, Site> {

    /** Frames at the bottom that are named when the walk comes that far. */
    private static final int BOTTOM = 16;

    /** ns that each kind of walk may take in any run, and the part of a longer one. */
    private static final long LUMP = 10_000_000;

    private static final int PART = 128;

    private static final StackWalker WALKER = StackWalker.getInstance();

    /** ns of walks that counted frames. Races lose a few, which does no harm. */
    private static long spentOnCounts;

    /** ns of the other walks that went on, to find out what led to a site. */
    private static long spentOnPaths;

    private final ThreadRecord record;
    private final long depth;

    private StackWalk(ThreadRecord record, long depth) {
        this.record = record;
        this.depth = depth;
    }

    /**
     * Returns the site of the spill that is about to happen.
     *
     * @param depth bytes of the logical stack
     */
    static Site siteOf(ThreadRecord record, long depth) {
        return WALKER.walk(new StackWalk(record, depth));
    }

    @Override
    public Site apply(Stream<StackWalker.StackFrame> stream) {
        Iterator<StackWalker.StackFrame> frames = stream.iterator();
        String[] names = new String[Recursion.NAMED];
        int named = Recursion.name(frames, names);
        if (named == 0) {
            return null;
        }
        Site site = Sites.of(names[0], Cycle.of(names, named));
        boolean counts = record.frames.isDue(depth) && isAffordable(spentOnCounts);
        int most = isAffordable(spentOnPaths) ? site.pathFrames() : 0;
        if (counts || most > named) {
            long start = System.nanoTime();
            walkOn(site, frames, names, named, counts ? FrameCount.MOST : most);
            long spent = System.nanoTime() - start;
            if (counts) {
                spentOnCounts += spent;
            } else {
                spentOnPaths += spent;
            }
        }
        return site;
    }

    private static boolean isAffordable(long spent) {
        return spent < LUMP + Profile.nanos() / PART;
    }

    /** Walks on to the bottom, to count the frames and to see what led into the recursion. */
    private void walkOn(
            Site site,
            Iterator<StackWalker.StackFrame> frames,
            String[] names,
            int named,
            int most) {
        StackWalker.StackFrame[] last = new StackWalker.StackFrame[BOTTOM];
        int count = named;
        while (count < most && frames.hasNext()) {
            last[count++ % BOTTOM] = frames.next();
        }
        if (frames.hasNext()) {
            if (most == FrameCount.MOST) {
                record.frames.gaveUp();
            }
            return;
        }
        if (record.frames.isDue(depth)) {
            record.frames.counted(depth, count);
        }
        String[] path = new String[Math.min(BOTTOM, count)];
        for (int i = 0; i < path.length; i++) {
            int index = count - 1 - i;
            StackWalker.StackFrame frame = last[index % BOTTOM];
            path[i] =
                    index < named
                            ? names[index]
                            : frame.getClassName().concat(".").concat(frame.getMethodName());
        }
        site.leadsFrom(path);
    }
}
