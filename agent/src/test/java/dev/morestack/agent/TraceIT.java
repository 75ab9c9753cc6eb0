package dev.morestack.agent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stack traces taken deep are those of a thread with a huge stack. */
@Execution(ExecutionMode.CONCURRENT)
final class TraceIT {

    private static final int DEPTH = 20_000;

    /** For the trace without the agent; main and threads without a size of their own get it. */
    private static final String HUGE_STACK = "-Xss512m";

    /** Lets a virtual thread park with all these frames, which G1 takes for too large a chunk. */
    private static final String ANY_CHUNK = "-XX:+UseParallelGC";

    private static final String MONITORS = "-Dmonitors=" + Jvm.standard().freezesMonitors();

    private static final String WHOLE_TRACES = "-XX:MaxJavaStackTraceDepth=1000000";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"throwable", "thread", "walker", "other"})
    void aTraceOfMainIsTheSame(String look) throws Exception {
        assertSame(framesWithout("MAIN", look), framesWith("MAIN", look));
    }

    /** The VM shows frames of hidden classes in dumps of all threads, but not in one thread's. */
    @ParameterizedTest
    @ValueSource(strings = {"all", "beans", "bean", "beanAll"})
    void aDumpOfAllThreadsIsTheSameButForHiddenFrames(String look) throws Exception {
        List<String> without = framesWithout("MAIN", look);
        without.removeIf(frame -> frame.contains("$$Lambda/0x"));
        assertSame(without, framesWith("MAIN", look));
    }

    @Test
    void whatJstackPrintsEndsWhereTheFrozenFramesBegin() throws Exception {
        List<String> without = framesWithout("MAIN", "printed");
        List<String> with = framesWith("MAIN", "printed");
        int end = 0;
        while (with.get(end).equals(without.get(end))) {
            end++;
        }
        Assertions.assertTrue(end > 0, "not even the first frame");
        Assertions.assertTrue(with.get(end).contains("Continuation.enterSpecial"), with.get(end));
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNABLE, throwable",
        "RUNNABLE, other",
        "RUNNABLE, walker",
        "EXECUTOR, throwable",
        "SCHEDULED_EXECUTOR, throwable"
    })
    void aTraceOfATaskIsTheSame(String starter, String look) throws Exception {
        assertSame(framesWithout(starter, look), framesWith(starter, look));
    }

    @ParameterizedTest
    @CsvSource({
        "SUBCLASS, throwable",
        "SUPER_RUN, throwable",
        "SUBCLASS, walker",
        "SUBCLASS, other",
        "TIMER, throwable",
        "FORK_JOIN, throwable"
    })
    void aTraceOfAThreadThatOverridesRunShowsItTwice(String starter, String look) throws Exception {
        List<String> without = framesWithout(starter, look);
        List<String> with = framesWith(starter, look);
        String first = with.remove(with.size() - 1);
        assertSame(without, with);
        Assertions.assertEquals(method(without.get(without.size() - 1)), method(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"throwable", "walker", "thread", "other"})
    void aTraceOfAVirtualThreadIsTheSame(String look) throws Exception {
        assertSame(framesWithout("VIRTUAL", look), framesWith("VIRTUAL", look));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1"})
    void aTraceIsTheSameInEveryMode(String mode) throws Exception {
        assertSame(framesWithout("MAIN", "throwable"), framesWith("MAIN", "throwable", mode));
    }

    @Test
    void whoeverAsksForItsCallerGetsItAtAnyDepth() {
        AppProcess.of("traces.Callers")
                .arguments(200_000)
                .run()
                .succeeded()
                .printed("wrong", 0)
                .printed("frames", 200_001);
    }

    @Test
    void anUncaughtExceptionOfMainPrintsTheSameTraceAndExitsWithTheSameCode() {
        Outcome without = AppProcess.of("traces.Uncaught").withoutAgent().arguments(500).run();
        Outcome with = AppProcess.of("traces.Uncaught").arguments(500).run();
        without.exited(1);
        with.exited(1);
        Assertions.assertEquals(without.stdout(), with.stdout());
        assertSame(without.programLines(), with.programLines());
    }

    @Test
    void theTracesOfACauseAndASuppressedExceptionAreTheSame() {
        Object[] arguments = {500, "linked"};
        Outcome without =
                AppProcess.of("traces.Uncaught").withoutAgent().arguments(arguments).run();
        Outcome with = AppProcess.of("traces.Uncaught").arguments(arguments).run();
        assertSame(without.programLines(), with.programLines());
    }

    private static List<String> framesWithout(String starter, String look) {
        return frames(
                AppProcess.of("traces.DeepTrace")
                        .withoutAgent()
                        .flags(HUGE_STACK, WHOLE_TRACES, ANY_CHUNK, MONITORS)
                        .arguments(starter, DEPTH, look)
                        .run());
    }

    private List<String> framesWith(String starter, String look, String... flags) throws Exception {
        Path report = folder.resolve("report.txt");
        List<String> frames =
                frames(
                        AppProcess.of("traces.DeepTrace")
                                .options("report=" + report)
                                .flags(WHOLE_TRACES, MONITORS)
                                .flags(flags)
                                .arguments(starter, DEPTH, look)
                                .run());
        Assertions.assertTrue(Outcome.spills(Files.readString(report)) > 0, "it was not deep");
        return frames;
    }

    private static List<String> frames(Outcome outcome) {
        outcome.succeeded();
        List<String> frames = new ArrayList<>();
        outcome.stdout()
                .lines()
                .filter(line -> line.startsWith("frame "))
                .map(line -> line.substring("frame ".length()))
                .forEach(frames::add);
        return frames;
    }

    private static String method(String frame) {
        return frame.substring(0, frame.indexOf('('));
    }

    private static List<String> end(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - 12), lines.size());
    }

    private static void assertSame(List<String> without, List<String> with) {
        for (int i = 0; i < Math.min(without.size(), with.size()); i++) {
            Assertions.assertEquals(without.get(i), with.get(i), "line " + i);
        }
        Assertions.assertEquals(without.size(), with.size(), () -> "lines; ends in " + end(with));
    }
}
