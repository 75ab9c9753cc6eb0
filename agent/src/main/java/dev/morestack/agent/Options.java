package dev.morestack.agent;

import dev.morestack.transformer.MethodSelection;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * The options, checked.
 *
 * @param enabled whether the agent does anything
 * @param selection which classes are woven
 * @param entries methods that native code calls
 * @param regions methods that need contiguous stack
 * @param carriers the bounds of the pool of big carriers
 * @param policy how stacks grow: a name, or null for what is found
 * @param window physical bytes before the first spill; 0 derives it from the thread's stack
 * @param initial the same for new platform threads, on large first stacks; 0 for none of these
 * @param quantum physical bytes between spills once a thread is deep
 * @param limit most logical stack bytes of a thread
 * @param budget most logical stack bytes of all threads together
 * @param patience ms that a thread waits for room in the budget
 * @param stress every how many checks to spill; 0 for never
 * @param rehearsal bytes of stack that threads are to have for trial; 0 for no such trial
 * @param report where the report goes: null, {@code stderr} or a path
 * @param profile of how many spills one is walked, or one of the constants of this class
 * @param jmx whether counts can be read by way of JMX
 * @param debug whether to print what goes wrong without harm
 * @param dumpFolder where woven classes are written to, or null
 */
record Options(
        boolean enabled,
        ClassSelection selection,
        MethodSelection entries,
        BigStackRules regions,
        CarrierBounds carriers,
        String policy,
        int window,
        int initial,
        int quantum,
        long limit,
        long budget,
        long patience,
        int stress,
        int rehearsal,
        String report,
        int profile,
        boolean jmx,
        boolean debug,
        File dumpFolder) {

    /** Spills are counted and none is walked. */
    static final int COUNTERS = 0;

    /** Every spill is walked at first, and fewer of them by and by. */
    static final int ADAPTIVE = -1;

    /** Nothing is counted. */
    static final int UNCOUNTED = -2;

    private static final String SAMPLE = "sample:";

    private static final long GIB = 1L << 30;
    private static final long LEAST_LIMIT = 64 << 10;
    private static final int MOST_PATIENCE = 3_600_000;
    private static final int STRESS_DEFAULT = 50;

    /**
     * A little more than the 500 words below which HotSpot thaws a whole chunk at once, so that a
     * resume thaws one frame and every later return into the segment copies the rest in one go.
     */
    private static final int DEFAULT_QUANTUM = 5000;

    static Options of(OptionSource source) throws OptionException {
        boolean enabled = flag(source, Option.ENABLED, true);
        if (!enabled) {
            return new Options(
                    false, null, null, null, null, null, 0, 0, 0, 0, 0, 0, 0, 0, null, 0, false,
                    false, null);
        }
        ClassSelection selection =
                new ClassSelection(
                        Patterns.parse(text(source, Option.INCLUDES, "*"), Option.INCLUDES),
                        Patterns.parse(text(source, Option.EXCLUDES, ""), Option.EXCLUDES),
                        JdkSelection.parse(text(source, Option.JDK, "default")));
        return new Options(
                true,
                selection,
                MethodPatterns.parse(text(source, Option.ENTRY, ""), Option.ENTRY),
                BigStackRules.parse(text(source, Option.BIGSTACK, "")),
                carriers(source),
                source.value(Option.POLICY),
                (int) size(source, Option.WINDOW, 0, 8 << 10, GIB),
                (int) size(source, Option.INITIAL, 0, 256 << 10, GIB),
                (int) size(source, Option.QUANTUM, DEFAULT_QUANTUM, 4 << 10, 1 << 20),
                ofHeap(source, Option.LIMIT, Math.min(GIB, heap() / 4)),
                ofHeap(source, Option.BUDGET, heap() / 2),
                size(source, Option.WAIT, 0, 0, MOST_PATIENCE),
                stress(source),
                (int) size(source, Option.REHEARSE, 0, 8 << 10, 240 << 10),
                report(source),
                profile(source),
                flag(source, Option.JMX, false),
                flag(source, Option.DEBUG, false),
                dumpFolder(source));
    }

    /** Tells whether anything is to be measured beyond what is counted in any case. */
    boolean isMeasured() {
        return report != null || rehearsal > 0 || jmx || profile == ADAPTIVE || profile > 0;
    }

    private static CarrierBounds carriers(OptionSource source) throws OptionException {
        String full = text(source, Option.CARRIERFULL, "wait");
        if (!full.equals("wait") && !full.equals("fail")) {
            throw Option.CARRIERFULL.refuse(full);
        }
        return new CarrierBounds(
                (int) size(source, Option.CARRIERS, CarrierBounds.DEFAULT_MOST, 1, 100_000),
                size(
                        source,
                        Option.CARRIERBYTES,
                        CarrierBounds.DEFAULT_BYTES,
                        1 << 20,
                        Long.MAX_VALUE),
                full.equals("wait"));
    }

    private static long heap() {
        return Runtime.getRuntime().maxMemory();
    }

    /** Reads bytes, or a share of the heap in percent; frozen frames live in the heap. */
    private static long ofHeap(OptionSource source, Option option, long otherwise)
            throws OptionException {
        String value = source.value(option);
        if (value == null) {
            return otherwise;
        }
        long bytes = Sizes.parse(value);
        if (value.endsWith("%")) {
            long percent = Sizes.parse(value.substring(0, value.length() - 1));
            bytes = percent < 1 || percent > 100 ? -1 : heap() / 100 * percent;
        }
        if (bytes < LEAST_LIMIT) {
            throw option.refuse(value);
        }
        if (bytes > heap()) {
            throw option.refuse(value, "and the whole heap has " + Sizes.print(heap()));
        }
        return bytes;
    }

    private static String text(OptionSource source, Option option, String otherwise) {
        String value = source.value(option);
        return value == null ? otherwise : value;
    }

    private static boolean flag(OptionSource source, Option option, boolean otherwise)
            throws OptionException {
        String value = text(source, option, Boolean.toString(otherwise));
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true");
        }
        throw option.refuse(value);
    }

    private static long size(
            OptionSource source, Option option, long otherwise, long least, long most)
            throws OptionException {
        String value = source.value(option);
        if (value == null) {
            return otherwise;
        }
        long bytes = Sizes.parse(value);
        if (bytes < least || bytes > most) {
            throw option.refuse(value);
        }
        return bytes;
    }

    private static int stress(OptionSource source) throws OptionException {
        String value = text(source, Option.STRESS, "false");
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true") ? STRESS_DEFAULT : 0;
        }
        long every = Sizes.parse(value);
        if (every < 1 || every > 1_000_000) {
            throw Option.STRESS.refuse(value);
        }
        return (int) every;
    }

    /** A report that shows nothing without a profile gets one. */
    private static int profile(OptionSource source) throws OptionException {
        String report = text(source, Option.REPORT, "");
        boolean needed =
                report.endsWith(".html")
                        || report.endsWith(".collapsed")
                        || source.value(Option.REHEARSE) != null;
        String value = text(source, Option.PROFILE, Boolean.toString(needed));
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true") ? ADAPTIVE : COUNTERS;
        }
        if (value.equals("off")) {
            return UNCOUNTED;
        }
        long every = value.startsWith(SAMPLE) ? Sizes.parse(value.substring(SAMPLE.length())) : 0;
        if (every < 1 || every > 1_000_000) {
            throw Option.PROFILE.refuse(value);
        }
        return (int) every;
    }

    /** Opens the file now, so that a path that cannot be written is not found out at exit. */
    private static String report(OptionSource source) throws OptionException {
        String value = source.value(Option.REPORT);
        if (value == null || value.equals("stderr")) {
            return value;
        }
        String path = value.replace("%p", Long.toString(ProcessHandle.current().pid()));
        try {
            new FileOutputStream(path).close();
            return path;
        } catch (IOException e) {
            throw Option.REPORT.refuse(value);
        }
    }

    private static File dumpFolder(OptionSource source) throws OptionException {
        String value = source.value(Option.DUMPDIR);
        if (value == null) {
            return null;
        }
        File folder = new File(value);
        // The empty path is no folder up to JDK 24, and the current one from then on.
        if (value.isEmpty() || !(folder.isDirectory() || folder.mkdirs()) || !folder.canWrite()) {
            throw Option.DUMPDIR.refuse(value);
        }
        return folder;
    }
}
