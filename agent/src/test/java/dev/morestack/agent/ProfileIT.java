package dev.morestack.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The profile says how often, where and how deep stacks switch. */
@Execution(ExecutionMode.CONCURRENT)
final class ProfileIT {

    private static final String DOCUMENT = "dev.morestack.apps.profiled.DeepDocument.";

    @TempDir Path folder;

    /** Under the greatest stress each check spills, and the program counts its checks. */
    @ParameterizedTest
    @CsvSource({
        "false, 300, 20, ''",
        "true, 300, 20, ''",
        "false, 2000, 5, -Xint",
        "true, 100, 30, -XX:TieredStopAtLevel=1",
        "false, 100, 500, -XX:+UseSerialGC"
    })
    void countsAgreeWithThoseOfTheProgram(boolean virtual, int depth, int times, String flag)
            throws Exception {
        Path file = folder.resolve("report.json");
        AppProcess process =
                AppProcess.of("profiled.Crossings")
                        .options(
                                "stress=1",
                                "includes=dev.morestack.apps.profiled.*",
                                "jdk=none",
                                "profile=sample:1",
                                "report=" + file)
                        .arguments(depth, times, virtual);
        Outcome outcome = (flag.isEmpty() ? process : process.flags(flag)).run().succeeded();
        long calls = Long.parseLong(outcome.result("calls"));
        JsonObject report = read(file);
        JsonObject totals = report.getObject("totals");
        assertEquals(calls, totals.getLong("spills"), () -> outcome.describe(totals.toString()));
        assertEquals(calls, sum(report.getArray("sites"), "spills"));
        assertEquals(calls, sum(report.getArray("threads"), "spills"));
        assertEquals(totals.getLong("bytes frozen"), sum(report.getArray("threads"), "bytes"));
        assertEquals(totals.getLong("bytes frozen"), sum(report.getArray("sites"), "bytes"));
        // All but the call of main.
        assertEquals(virtual ? calls - 1 : 0, totals.getLong("spills of virtual threads"));
        // Those of the recursion, and a few below it.
        long frames = totals.getLong("deepest stack, frames (estimated)");
        assertTrue(Math.abs(frames - depth) < 10 + depth / 20, frames + " frames");
    }

    @Test
    void aDeepDocumentIsARecursionThroughThreeMethods() throws Exception {
        JsonObject report = profile("profiled.DeepDocument", "profile=sample:1", 200_000, 3);
        Set<String> methods = Set.of(DOCUMENT + "value", DOCUMENT + "array", DOCUMENT + "object");
        JsonArray sites = report.getArray("sites");
        long inCycle = 0;
        for (int i = 0; i < sites.size(); i++) {
            JsonObject site = sites.getObject(i);
            if (Set.copyOf(site.getArray("cycle")).equals(methods)) {
                assertEquals(DOCUMENT + "array", site.getArray("cycle").get(0));
                inCycle += site.getLong("spills");
            }
        }
        long spills = report.getObject("totals").getLong("spills");
        assertTrue(inCycle > spills * 9 / 10, inCycle + " of " + spills);
        assertEquals(spills, sum(sites, "spills"));
        // 400,000, but what is compiled on its way down is deeper than its first frames tell.
        long frames = report.getObject("totals").getLong("deepest stack, frames (estimated)");
        assertTrue(frames > 40_000 && frames < 800_000, frames + " frames");
    }

    @Test
    void javacOnALongExpressionNamesTheCompilersMethods() throws Exception {
        JsonObject report = profile("jdk.CompiledSum", "profile=true", 6_000);
        JsonArray sites = report.getArray("sites");
        assertTrue(sites.size() > 5, sites::toString);
        long spills = report.getObject("totals").getLong("spills");
        long estimated = sum(sites, "spills");
        assertTrue(estimated > spills / 2 && estimated < spills * 2, estimated + " of " + spills);
        boolean found = false;
        for (int i = 0; i < sites.size(); i++) {
            found |= sites.getObject(i).getArray("path").toString().contains("CompiledSum.main");
        }
        assertTrue(found, sites::toString);
        JsonObject costs = report.getObject("costs");
        for (String part : List.of("freezing", "allocating", "resuming", "thawing")) {
            assertTrue(costs.getObject("nanos").getLong(part) > 0, () -> part + ": " + costs);
        }
        JsonObject main = report.getArray("threads").getObject(0);
        assertEquals("main", main.getString("name"));
        long deepest = report.getObject("totals").getLong("deepest stack, bytes");
        assertEquals(deepest, main.getLong("deepestBytes"));
        assertTrue(max(main.getObject("timeline").getArray("depths")) <= deepest);
    }

    @Test
    void aThousandVirtualThreadsAreCountedOneByOne() throws Exception {
        JsonObject report = profile("virtual.ParkedDeep", "profile=true", 1_000, 10_000, 1_000, 0);
        JsonObject totals = report.getObject("totals");
        long spills = totals.getLong("spills");
        assertTrue(spills >= 1_000, totals::toString);
        assertEquals(spills, totals.getLong("spills of virtual threads"));
        JsonArray threads = report.getArray("threads");
        assertEquals(spills, sum(threads, "spills"));
        assertEquals("(other threads)", threads.getObject(threads.size() - 1).getString("name"));
        assertTrue(threads.getObject(0).getBoolean("virtual"));
        long estimated = sum(report.getArray("sites"), "spills");
        assertTrue(estimated > spills / 2 && estimated < spills * 2, estimated + " of " + spills);
    }

    @Test
    void withoutAProfileNothingIsWalked() throws Exception {
        JsonObject report =
                profile("recursion.Recursion", "profile=false", "MAIN", 1_000_000, "STATIC");
        assertEquals(List.of(), report.getArray("sites"));
        assertFalse(report.has("costs"));
        JsonObject totals = report.getObject("totals");
        assertTrue(totals.getLong("spills") > 100, totals::toString);
        assertTrue(totals.getLong("deepest stack, bytes") > 1_000_000 * 16, totals::toString);
    }

    @Test
    void foldedStacksHaveARecursionAsOneFrame() throws IOException {
        Path file = folder.resolve("stacks.collapsed");
        AppProcess.of("profiled.DeepDocument")
                .options("profile=sample:1", "report=" + file)
                .arguments(100_000, 1)
                .run()
                .succeeded();
        List<String> lines = Files.readAllLines(file);
        assertFalse(lines.isEmpty());
        for (String line : lines) {
            assertTrue(line.matches("[^;]+(;[^;]+)* \\d+"), line);
        }
        assertTrue(
                lines.stream().anyMatch(line -> line.contains("DeepDocument.array -> ")),
                lines::toString);
    }

    private JsonObject profile(String app, String option, Object... arguments) throws Exception {
        Path file = folder.resolve("report.json");
        // On a big carrier there would be nothing to see.
        AppProcess.of(app)
                .options(option, "policy=segments", "report=" + file)
                .arguments(arguments)
                .run()
                .succeeded();
        return read(file);
    }

    private static JsonObject read(Path file) throws Exception {
        return JsonParser.object().from(Files.readString(file));
    }

    private static long sum(JsonArray rows, String member) {
        long sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            sum += rows.getObject(i).getLong(member);
        }
        return sum;
    }

    private static long max(JsonArray numbers) {
        long max = 0;
        for (int i = 0; i < numbers.size(); i++) {
            max = Math.max(max, numbers.getLong(i));
        }
        return max;
    }
}
