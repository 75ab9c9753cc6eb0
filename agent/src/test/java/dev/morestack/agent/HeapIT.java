package dev.morestack.agent;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A heap without room for the frames is an ordinary OutOfMemoryError in the thread that spills. */
@Execution(ExecutionMode.CONCURRENT)
final class HeapIT {

    @ParameterizedTest
    @CsvSource({
        "MAIN, bottom, -XX:+UseSerialGC",
        "RUNNABLE, top, -Xint",
        "SUBCLASS, top, -XX:+UseG1GC",
        "EXECUTOR, bottom, -XX:+UseZGC",
        "VIRTUAL, bottom, -XX:+UseSerialGC",
        "VIRTUAL, top, -XX:+UseParallelGC"
    })
    void anExhaustedHeapIsSurvivedTwice(String starter, String where, String flag) {
        Outcome outcome =
                AppProcess.of("memory.Exhausted")
                        .options("report=stderr", "policy=segments", "limit=100%", "budget=100%")
                        .flags(flag)
                        .heap("32m")
                        .arguments(starter, 2, where)
                        .run()
                        .grew();
        for (int i = 1; i <= 2; i++) {
            outcome.printed("caught-" + i, "java.lang.OutOfMemoryError")
                    .printed("returned-" + i, true)
                    .printed("every-frame-" + i, true)
                    .printed("deep-" + i, true)
                    .printed("wrong-" + i, 0)
                    .printed("same-thread-" + i, true)
                    .printed("after-" + i, Expected.sum(20_000));
        }
        outcome.printed("main", Expected.sum(50_000));
        Assertions.assertEquals(0, outcome.counted("limit hits"), outcome::stderr);
    }
}
