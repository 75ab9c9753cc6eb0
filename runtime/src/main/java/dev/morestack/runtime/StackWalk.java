package dev.morestack.runtime;

import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds out which method's check spills and in which recursion: names a bounded number of frames,
 * and now and then counts the others.
 */
final class StackWalk implements Function<Stream<StackWalker.StackFrame>, Site> {

    /** Most frames that are named. A recursion through more methods is not recognised. */
    private static final int NAMED = 64;

    /** Frames at the bottom that are named when the walk comes that far. */
    private static final int BOTTOM = 16;

    private static final String OURS = StackWalk.class.getPackageName().concat(".");

    /** ns that walks to the bottom may take in any run, and the part of a longer one. */
    private static final long LUMP = 10_000_000;

    private static final int PART = 128;

    private static final StackWalker WALKER = StackWalker.getInstance();

    /** ns that walks to the bottom have taken. Races lose a few, which does no harm. */
    private static long spent;

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
        String[] names = new String[NAMED];
        int named = 0;
        while (named < NAMED && frames.hasNext()) {
            StackWalker.StackFrame frame = frames.next();
            String type = frame.getClassName();
            if (named > 0 || !type.startsWith(OURS)) {
                names[named++] = type.concat(".").concat(frame.getMethodName());
            }
        }
        if (named == 0) {
            return null;
        }
        Site site = Sites.of(names[0], Cycle.of(names, named));
        if (isAffordable() && (record.frames.isDue(depth) || site.isPathWanted())) {
            long start = System.nanoTime();
            countOthers(site, frames, names, named);
            spent += System.nanoTime() - start;
        }
        return site;
    }

    private static boolean isAffordable() {
        return spent < LUMP + Profile.nanos() / PART;
    }

    /** Walks on to the bottom, to count the frames and to see what led into the recursion. */
    private void countOthers(
            Site site, Iterator<StackWalker.StackFrame> frames, String[] names, int named) {
        StackWalker.StackFrame[] last = new StackWalker.StackFrame[BOTTOM];
        int count = named;
        while (count < FrameCount.MOST && frames.hasNext()) {
            last[count++ % BOTTOM] = frames.next();
        }
        if (frames.hasNext()) {
            record.frames.gaveUp();
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
