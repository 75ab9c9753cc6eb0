package dev.morestack.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final Timeline timeline = new Timeline();
    private final long width = timeline.width();

    @Test
    void anIntervalHasItsGreatestDepthAndTheSpillsSinceTheOneBefore() {
        timeline.add(0, 500, 1);
        timeline.add(width / 2, 900, 5);
        timeline.add(width - 1, 700, 6);
        timeline.add(3 * width, 100, 10);
        assertArrayEquals(new long[] {900, 0, 0, 100}, timeline.depths());
        assertArrayEquals(new long[] {6, 0, 0, 4}, timeline.spills());
    }

    @Test
    void nothingIsThereBeforeTheFirst() {
        assertArrayEquals(new long[0], timeline.depths());
        assertArrayEquals(new long[0], timeline.spills());
    }

    @Test
    void intervalsDoubleWhenTheLineIsFull() {
        for (int i = 0; i < 128; i++) {
            timeline.add(i * width, 1000 + i, 10L * (i + 1));
        }
        assertEquals(128, timeline.depths().length);
        timeline.add(128 * width, 7, 1281);
        assertEquals(2 * width, timeline.width());
        long[] depths = timeline.depths();
        assertEquals(65, depths.length);
        assertEquals(1001, depths[0]);
        assertEquals(1127, depths[63]);
        assertEquals(7, depths[64]);
        assertEquals(20, timeline.spills()[0]);
        assertEquals(1281, Arrays.stream(timeline.spills()).sum());
    }

    @Test
    void aLongPauseFoldsAsOftenAsItTakes() {
        timeline.add(0, 42, 3);
        timeline.add(1_000_000 * width, 43, 5);
        long[] depths = timeline.depths();
        assertTrue(depths.length <= 128, depths.length + " intervals");
        assertEquals(42, depths[0]);
        assertEquals(43, depths[depths.length - 1]);
        assertEquals(5, Arrays.stream(timeline.spills()).sum());
    }
}
