package dev.morestack.agent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Java that native code calls grows above it, where the agent is told of the entry. */
final class NativeIT {

    private static final int DEPTH = 200_000;

    /** Native calls that are on the stack at once. */
    private static final int LEVELS = 8;

    private static final String PACKAGE = "dev.morestack.apps.natives.";
    private static final String NO_WARNING = "--enable-native-access=ALL-UNNAMED";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "-Xint", "-XX:TieredStopAtLevel=1"})
    void threadsThatNativeCodeAttachesRecurseDeep(String mode) throws Exception {
        Outcome outcome = run("Attached", "Attached::entry", mode, DEPTH, 4).grew();
        List<String> sums = Collections.nCopies(4, Long.toString(Expected.sum(DEPTH)));
        Assertions.assertEquals(sums, outcome.results("sum"), outcome::stdout);
        outcome.printed("same", true, true, true, true).printed("daemon", false, true, false, true);
    }

    @Test
    void withoutAnEntryAThreadThatNativeCodeAttachesHasItsPhysicalStack() throws Exception {
        int depth = 1_000_000;
        Outcome outcome = run("Attached", "Other::entry", "", depth, 1).succeeded();
        outcome.printed("sum", -2);
        Assertions.assertTrue(
                outcome.stderr().contains("StackOverflowError"),
                () -> outcome.describe("no overflow"));
        long sum = Expected.sum(depth);
        run("Attached", "Attached::entry", "", depth, 1).grew().printed("sum", sum);
    }

    @ParameterizedTest
    @CsvSource({"MAIN, ''", "RUNNABLE, ''", "VIRTUAL, ''", "MAIN, -Xint", "VIRTUAL, -Xint"})
    void javaAndNativeCodeCallEachOtherDeep(String starter, String mode) throws Exception {
        grown(bounce("Bounce::entry", mode, starter));
    }

    @ParameterizedTest
    @CsvSource({"MAIN, ''", "RUNNABLE, ''", "VIRTUAL, ''", "MAIN, -Xint", "VIRTUAL, -Xint"})
    void anEntryThatIsSynchronizedGrowsWhereMonitorsCanBeFrozen(String starter, String mode)
            throws Exception {
        Outcome outcome =
                bounce("Bounce$Guarded::entry", mode.concat(" -Dmonitors=true").strip(), starter);
        if (Jvm.standard().freezesMonitors()) {
            grown(outcome);
        } else {
            outcome.printed("sum");
            Assertions.assertTrue(
                    outcome.stderr().contains("java.lang.StackOverflowError"),
                    () -> outcome.describe("no overflow"));
        }
    }

    private Outcome bounce(String entry, String mode, String starter) throws Exception {
        return run("Bounce", entry, mode, starter, DEPTH, LEVELS);
    }

    private static void grown(Outcome outcome) {
        outcome.grew()
                .printed("sum", (LEVELS + 1L) * DEPTH)
                .printed("thrown", "from the innermost")
                .printed("entries", LEVELS + 3)
                .printed("lock", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "VIRTUAL"})
    void framesOfNativeCodeStayWhereTheyAreAndAreCounted(String starter) throws Exception {
        // Deep below the native frame, and above it as deep as the physical stack allows.
        int above = 3_000;
        long sum = Expected.sum(above) + DEPTH;
        Outcome outcome = run("Pinned", "", "-Xint", starter, DEPTH, above).grew();
        outcome.printed("sum", sum).printed("again", sum);
        String reason = starter.equals("VIRTUAL") ? "virtual thread" : "native frame";
        Assertions.assertTrue(
                outcome.counted("pinned: " + reason) > 0, () -> outcome.describe("not counted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "VIRTUAL"})
    void aboveNativeCodeTheOverflowComesOnlyWhenThePhysicalStackIsUsedUp(String starter)
            throws Exception {
        run("Pinned", "", "", starter, DEPTH, 1_000_000)
                .succeeded()
                .printed("overflow", true, true)
                .printed("sum", DEPTH)
                .printed("again", DEPTH);
    }

    @ParameterizedTest
    @CsvSource({"MAIN, 0", "RUNNABLE, 100000", "VIRTUAL, 0", "VIRTUAL, 100000", "FORK_JOIN, 1000"})
    void aComparatorThatTheCLibraryCallsRecursesDeep(String starter, int before) {
        Assumptions.assumeTrue(Jvm.standard().feature() >= 22, "the linker is a preview");
        int numbers = 10;
        AppProcess.of("natives.Sorted")
                .options("report=stderr", "entry=" + PACKAGE + "Sorted::compare")
                .flags(NO_WARNING)
                .heap("512m")
                .arguments(starter, DEPTH, numbers, before)
                .run()
                .grew()
                .printed("sorted", Arrays.toString(IntStream.range(0, numbers).toArray()))
                .printed("compared", true)
                .printed("returned", before);
    }

    private Outcome run(String app, String entry, String mode, Object... arguments)
            throws Exception {
        Path library = NativeCode.library("calls.c", folder);
        AppProcess process =
                AppProcess.of("natives." + app)
                        .flags(NO_WARNING, "-Dnative=" + library, "-Xcheck:jni")
                        .heap("1g")
                        .arguments(arguments);
        if (!mode.isEmpty()) {
            process.flags(mode.split(" "));
        }
        List<String> options = new ArrayList<>(List.of("report=stderr"));
        if (entry.isEmpty() || entry.contains("$") && !Jvm.standard().freezesMonitors()) {
            // On a big carrier there would be room above frames that cannot be frozen.
            options.add("policy=segments");
        }
        if (!entry.isEmpty()) {
            options.add("entry=" + PACKAGE + entry);
        }
        process.options(options.toArray(String[]::new));
        return process.run();
    }
}
