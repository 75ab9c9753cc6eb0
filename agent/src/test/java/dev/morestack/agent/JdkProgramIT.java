package dev.morestack.agent;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recursion in the JDK itself that dies of StackOverflowError without the agent. */
@Execution(ExecutionMode.CONCURRENT)
final class JdkProgramIT {

    @ParameterizedTest
    @CsvSource({
        "RegexMatch, 50000",
        "SerializedList, 100000",
        "CompiledSum, 10000",
        "NestedCollections, 50000 5000"
    })
    void withoutTheAgentTheyOverflow(String app, String arguments) {
        Outcome outcome =
                AppProcess.of("jdk." + app)
                        .withoutAgent()
                        .arguments((Object[]) arguments.split(" "))
                        .run();
        Assertions.assertTrue(
                (outcome.stdout() + outcome.stderr()).contains("StackOverflowError"),
                () -> outcome.describe("no overflow"));
    }

    @ParameterizedTest
    @CsvSource({"50000, ''", "300000, ''", "50000, -Xint"})
    void regularExpressionsMatchLongTexts(int repeats, String mode) {
        // Where the compilers come late, the ten frames for each are interpreted: half a GiB.
        AppProcess process = AppProcess.of("jdk.RegexMatch").options("limit=1g").arguments(repeats);
        run(process, mode)
                .printed("matches", true)
                .printed("rejects", false)
                .printed("groups", true)
                .printed("last", (2 * repeats - 1) + " b a");
    }

    @ParameterizedTest
    @CsvSource({"100000, ''", "300000, ''", "100000, -Xint"})
    void longLinkedListsAreWrittenAndReadBack(int nodes, String mode) {
        run("SerializedList", nodes, mode).printed("nodes", nodes).printed("misplaced", 0);
    }

    @ParameterizedTest
    @CsvSource({"10000, ''", "3000, -Xint"})
    void theCompilerTakesLongExpressions(int terms, String mode) {
        run("CompiledSum", terms, mode).printed("compiled", true).printed("sum", 3 * terms);
    }

    @ParameterizedTest
    @CsvSource({"3000, ''", "1000, -Xint"})
    void collectionsAndStreamsNestDeep(int streams, String mode) {
        AppProcess process = AppProcess.of("jdk.NestedCollections").arguments(50_000, streams);
        run(process, mode)
                .printed("equal", true)
                .printed("sum", Expected.sum(streams))
                .printed("mapped", streams);
    }

    private static Outcome run(String app, int depth, String mode) {
        return run(AppProcess.of("jdk." + app).arguments(depth), mode);
    }

    private static Outcome run(AppProcess process, String mode) {
        return (mode.isEmpty() ? process : process.flags(mode)).run().succeeded();
    }
}
