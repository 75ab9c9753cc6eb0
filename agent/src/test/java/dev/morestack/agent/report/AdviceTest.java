package dev.morestack.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AdviceTest {

    @Test
    void whoDidNotSpillHasNothingToDo() throws JsonParserException {
        assertEquals(
                List.of("No stack was switched: no thread came near the end of its stack."),
                on(0, "", ""));
    }

    @Test
    void cheapSitesAreNotNamed() throws JsonParserException {
        List<String> advice = on(100, "", site("a.B.c", 100, 9_000_000, 0, 0));
        assertEquals(1, advice.size(), advice::toString);
        assertTrue(advice.get(0).endsWith("nothing to do."), advice::toString);
    }

    @Test
    void aDearSiteIsNamedWithItsShareAndTheStackThatItWants() throws JsonParserException {
        String site = site("org.json.Parser.value", 12_400, 21_000_000, 0, 0);
        assertEquals(
                List.of(
                        "Parser.value switched 12,400 times, 2.1 % of the run's time. Tag the method"
                                + " that starts the recursion @GrowableStack(\"carrier\"), or give"
                                + " the thread a stack of 2.00 MiB, and it would not switch there;"
                                + " a loop in place of the recursion would not either."),
                on(12_400, ", \"deepest stack, bytes\": 1048576", site));
    }

    @Test
    void aSiteOfVirtualThreadsWantsAPlatformThread() throws JsonParserException {
        List<String> advice = on(10, "", site("a.B.c", 10, 50_000_000, 0, 60_000));
        assertTrue(advice.get(0).contains("On a platform thread, tag"), advice::toString);
    }

    @Test
    void aStackThatFitsIntoAWiderWindowMayHaveOne() throws JsonParserException {
        String site = site("a.B.c", 10, 50_000_000, 0, 0);
        String wide = "; nor would one with window=240k";
        assertTrue(on(10, ", \"deepest stack, bytes\": 200000", site).get(0).contains(wide));
        assertFalse(on(10, ", \"deepest stack, bytes\": 1048576", site).get(0).contains(wide));
    }

    @Test
    void aBoundaryCrossedAgainIsNamedWithItsCostACall() throws JsonParserException {
        List<String> advice = on(100, "", site("a.B.c", 100, 50_000_000, 51, 0));
        assertTrue(advice.get(0).contains("crossed before, at no more than 50.0 us a call"));
    }

    @Test
    void refusalsAndLimitsAreExplained() throws JsonParserException {
        String totals =
                """
                , "limit hits": 3, "pinned: native frame": 100, "pinned: monitor held": 1,
                "pinned: no room to freeze": 2""";
        List<String> advice = on(0, totals, "");
        assertEquals(5, advice.size(), advice::toString);
        for (String word : List.of("raise limit", "entry=", "JDK 24", "smaller window")) {
            assertTrue(advice.toString().contains(word), word);
        }
        assertEquals(1, on(0, ", \"pinned: native frame\": 99", "").size());
    }

    private static List<String> on(long spills, String totals, String sites)
            throws JsonParserException {
        String json =
                String.format(
                        Locale.ROOT,
                        "{\"nanos\": 1000000000, \"totals\": {\"spills\": %d%s}, \"sites\": [%s]}",
                        spills,
                        totals,
                        sites);
        return Advice.on(JsonParser.object().from(json));
    }

    /** A tenth of the time is on the way back. */
    private static String site(String method, long spills, long nanos, long again, long virtual) {
        return String.format(
                Locale.ROOT,
                """
                {"method": "%s", "cycle": ["%s"], "spills": %d, "bytes": 100000, "frames": 1000,
                 "deepestBytes": 1048576, "switchNanos": %d, "thawNanos": %d, "again": %d,
                 "virtualBytes": %d}""",
                method,
                method,
                spills,
                nanos - nanos / 10,
                nanos / 10,
                again,
                virtual);
    }
}
