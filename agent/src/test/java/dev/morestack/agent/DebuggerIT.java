package dev.morestack.agent;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.IntegerValue;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.StepRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A debugger stops a program deep, looks at its frames and steps through spills. */
final class DebuggerIT {

    private static final int DEPTH = 2_000;

    /** Some 60 interpreted frames. */
    private static final String SMALL_WINDOW = "window=8k";

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "VIRTUAL"})
    void aBreakpointStopsTheThreadDeepAndTheProgramEndsAsWithout(String starter) throws Exception {
        Outcome outcome;
        try (RunningApp app = stepped(starter, 200_000, "debug=true").start()) {
            try (Debugger debugger = debugger(app)) {
                debugger.breakAt("bottom");
                for (int i = 0; i < 2; i++) {
                    ThreadReference thread = debugger.untilBreakpoint();
                    Assertions.assertEquals("bottom", thread.frame(0).location().method().name());
                    Assertions.assertEquals("sum", thread.frame(1).location().method().name());
                    Assertions.assertEquals(0, number(thread.frame(1)));
                }
            }
            outcome = app.end();
        }
        outcome.grew()
                .printed("sum", Expected.sum(200_000))
                .printed("again", Expected.sum(200_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "VIRTUAL"})
    void stepsIntoCallsPassThroughSpills(String starter) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        step(
                starter,
                (debugger, thread) ->
                        debugger.step(
                                thread,
                                StepRequest.STEP_INTO,
                                600,
                                frame -> numbers.add(look(frame))));
        // Two or three lines a frame; a spill may cost one of them.
        assertOneByOne(numbers, -1);
        Assertions.assertTrue(last(numbers) < DEPTH - 200, numbers::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE", "VIRTUAL"})
    void stepsOutOfCallsPassThroughFramesThatWereFrozen(String starter) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        try (RunningApp app = stepped(starter, DEPTH, SMALL_WINDOW).start()) {
            try (Debugger debugger = debugger(app)) {
                BreakpointRequest bottom = debugger.breakAt("bottom");
                ThreadReference thread = debugger.untilBreakpoint();
                bottom.disable();
                debugger.step(thread, StepRequest.STEP_OUT, 600, frame -> numbers.add(look(frame)));
            }
            assertRight(app.end());
        }
        assertOneByOne(numbers, 1);
        Assertions.assertTrue(last(numbers) > 200, numbers::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIN", "RUNNABLE"})
    void theJvmForgetsToStopBehindACallWhoseCallerWasFrozen(String starter) throws Exception {
        step(
                starter,
                (debugger, thread) -> {
                    int stops = debugger.step(thread, StepRequest.STEP_OUT, 1, frame -> {});
                    Assertions.assertEquals(0, stops, "the JVM has learned it");
                });
    }

    @Test
    void inAVirtualThreadItStopsBehindACallWhoseCallerWasFrozen() throws Exception {
        step(
                "VIRTUAL",
                (debugger, thread) -> {
                    debugger.step(thread, StepRequest.STEP_INTO, 100, frame -> {});
                    int here = number(thread.frame(0));
                    List<Integer> numbers = new ArrayList<>();
                    debugger.step(
                            thread, StepRequest.STEP_OUT, 1, frame -> numbers.add(look(frame)));
                    Assertions.assertEquals(List.of(here + 1), numbers);
                });
    }

    @ParameterizedTest
    @CsvSource({"RUNNABLE, false", "VIRTUAL, true"})
    void aDebuggerShowsTheFrozenFramesOfVirtualThreadsOnly(String starter, boolean all)
            throws Exception {
        try (RunningApp app = stepped(starter, DEPTH, SMALL_WINDOW).start()) {
            try (Debugger debugger = debugger(app)) {
                BreakpointRequest bottom = debugger.breakAt("bottom");
                ThreadReference thread = debugger.untilBreakpoint();
                bottom.disable();
                int frames = thread.frameCount();
                Assertions.assertEquals(all, frames > DEPTH, () -> frames + " frames");
            }
            assertRight(app.end());
        }
    }

    /** What is done with a thread that has stopped in the first call. */
    private interface Session {
        void run(Debugger debugger, ThreadReference thread) throws Exception;
    }

    private static void step(String starter, Session session) throws Exception {
        try (RunningApp app = stepped(starter, DEPTH, SMALL_WINDOW).start()) {
            try (Debugger debugger = debugger(app)) {
                BreakpointRequest first = debugger.breakAt("sum");
                ThreadReference thread = debugger.untilBreakpoint();
                first.disable();
                debugger.step(thread, StepRequest.STEP_INTO, 20, frame -> {});
                session.run(debugger, thread);
            }
            assertRight(app.end());
        }
    }

    private static void assertRight(Outcome outcome) {
        outcome.grew().printed("sum", Expected.sum(DEPTH)).printed("again", Expected.sum(DEPTH));
    }

    private static int last(List<Integer> numbers) {
        return numbers.get(numbers.size() - 1);
    }

    private static void assertOneByOne(List<Integer> numbers, int direction) {
        for (int i = 1; i < numbers.size(); i++) {
            int moved = (numbers.get(i) - numbers.get(i - 1)) * direction;
            Assertions.assertTrue(moved == 0 || moved == 1, numbers::toString);
        }
    }

    private static int look(StackFrame frame) {
        try {
            return number(frame);
        } catch (AbsentInformationException | IncompatibleThreadStateException e) {
            throw new AssertionError(e);
        }
    }

    private static int number(StackFrame frame)
            throws AbsentInformationException, IncompatibleThreadStateException {
        return ((IntegerValue) frame.getValue(frame.visibleVariableByName("n"))).value();
    }

    private static Debugger debugger(RunningApp app) throws Exception {
        return new Debugger(app, "dev.morestack.apps.debugged.Stepped");
    }

    private static AppProcess stepped(String starter, int depth, String option) {
        return AppProcess.of("debugged.Stepped")
                .options("report=stderr", option)
                .flags(Debugger.FLAG)
                .heap("512m")
                .arguments(starter, depth);
    }
}
