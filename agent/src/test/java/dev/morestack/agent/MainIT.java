package dev.morestack.agent;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main thread grows, whatever form its main has. */
@Execution(ExecutionMode.CONCURRENT)
final class MainIT {

    private static final int MILLION = 1_000_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "StaticMain | [one, two]",
                "InheritedMain | [one, two]",
                "InterfaceMain | [one, two]",
                "InstanceMain | [constructed, one]",
                "NoArgumentsMain | []",
                "InstanceNoArgumentsMain | []"
            })
    void everyFormOfMainGetsItsArgumentsAndRecursesAMillionDeep(String main, String arguments) {
        Assumptions.assumeTrue(
                Jvm.standard().feature() >= 25 || !main.matches("Instance.*|NoArg.*"),
                "only static mains with arguments before JDK 25");
        AppProcess.of("mains." + main)
                .flags("-Ddepth=" + MILLION)
                .arguments("one", "two")
                .run()
                .succeeded()
                .printed("arguments", arguments)
                .printed("folded", Expected.fold(MILLION))
                .printed("thread", "main");
    }

    @Test
    void aMainThatCallsItselfIsStartedOnce() {
        AppProcess.of("mains.RecursiveMain")
                .flags("-Ddepth=" + MILLION)
                .run()
                .succeeded()
                .printed("bottom", MILLION)
                .printed("top", 0);
    }
}
