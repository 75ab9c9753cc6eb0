package dev.morestack.agent;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The JVM's own threads and the carriers of virtual threads are left as they are. */
@Execution(ExecutionMode.CONCURRENT)
final class SystemThreadIT {

    private static final String ROOT = "dev.morestack.runtime.Root";
    private static final int DEPTH = 200_000;

    @Test
    void onlyThreadsOfTheProgramHaveARoot() {
        Outcome outcome =
                AppProcess.of("system.Continuations")
                        .options("report=stderr")
                        .flags("--add-opens=java.base/java.lang=ALL-UNNAMED")
                        .flags("--add-opens=java.base/jdk.internal.vm=ALL-UNNAMED")
                        .arguments(DEPTH)
                        .run()
                        .grew()
                        .printed("sum", Expected.sum(DEPTH))
                        .printed("virtual-sum", Expected.sum(DEPTH))
                        .printed("carrier-parent", "none");
        Map<String, String> continuations = new TreeMap<>();
        for (String line : outcome.results("continuation")) {
            int colon = line.lastIndexOf(": ");
            continuations.put(line.substring(0, colon), line.substring(colon + 2));
        }
        // What shows that a root would have been seen.
        Assertions.assertEquals(ROOT, continuations.remove("main"), outcome::stdout);
        Assertions.assertEquals(ROOT, continuations.remove("own"), outcome::stdout);
        Assertions.assertEquals(
                "java.lang.VirtualThread$VThreadContinuation",
                continuations.remove("carrier"),
                outcome::stdout);
        for (String system : new String[] {"Reference Handler", "Finalizer", "Signal Dispatcher"}) {
            Assertions.assertEquals("none", continuations.get(system), outcome::stdout);
        }
        for (Map.Entry<String, String> other : continuations.entrySet()) {
            Assertions.assertNotEquals(ROOT, other.getValue(), other.getKey());
        }
    }

    @Test
    void finalisersHaveThePhysicalStackOfTheirThread() {
        AppProcess.of("system.Finalised")
                .flags("--finalization=enabled")
                .arguments(DEPTH)
                .run()
                .succeeded()
                .printed("overflow", "Finalizer");
        AppProcess.of("system.Finalised")
                .arguments(2_000)
                .run()
                .succeeded()
                .printed("sum", Expected.sum(2_000));
    }
}
