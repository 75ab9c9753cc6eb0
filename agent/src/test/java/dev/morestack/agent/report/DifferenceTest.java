package dev.morestack.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final String OLD =
            """
            {"nanos": 2000000000, "totals": {"spills": 1000, "roots": 4}, "weaving": {"woven": 7},
             "sites": [{"method": "a.B.c", "spills": 600}, {"method": "a.B.c", "spills": 300},
                       {"method": "a.B.gone", "spills": 100}]}""";

    private static final String NEW =
            """
            {"nanos": 1000000000, "totals": {"spills": 1500, "roots": 4, "limit hits": 2},
             "weaving": {"woven": 7}, "costs": {"nanos": {"freezing": 5}},
             "sites": [{"method": "a.B.c", "spills": 1499}, {"method": "a.B.d", "spills": 1}]}""";

    @Test
    void whatChangedIsShownAndNothingElse() throws JsonParserException {
        assertEquals(
                List.of(
                        "old new change",
                        "run 2.00 s 1.00 s -50.0 %",
                        "limit hits 0 2 new",
                        "spills 1,000 1,500 +50.0 %",
                        "",
                        "switches by site old new change",
                        "B.c 900 1,499 +66.6 %",
                        "B.gone 100 0 -100.0 %",
                        "B.d 0 1 new"),
                rows(OLD, NEW));
    }

    @Test
    void costsAreComparedWhereBothHaveThem() throws JsonParserException {
        List<String> rows = rows(NEW, NEW.replace("\"freezing\": 5", "\"freezing\": 10"));
        assertEquals("freezing 5 ns 10 ns +100.0 %", rows.get(2), rows::toString);
    }

    @Test
    void aRunWithoutSitesHasNoTableOfThem() throws JsonParserException {
        String empty = "{\"nanos\": 1, \"totals\": {}, \"weaving\": {}, \"sites\": []}";
        assertFalse(Difference.of(read(empty), read(empty)).contains("site"));
    }

    /** Rows with one space where the table has many. */
    private static List<String> rows(String old, String now) throws JsonParserException {
        return Difference.of(read(old), read(now))
                .lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .toList();
    }

    private static JsonObject read(String json) throws JsonParserException {
        return JsonParser.object().from(json);
    }
}
