package dev.morestack.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FrameCountTest {

    private final FrameCount frames = new FrameCount();

    @Test
    void nothingIsKnownBeforeTheFirstCount() {
        assertTrue(frames.isDue(1));
        assertEquals(0, frames.at(1_000_000));
        assertEquals(0, frames.bytesEach());
    }

    @Test
    void whatWasCountedIsExactAndTheRestFollowsTheLastBytes() {
        frames.counted(100_000, 1_000);
        frames.counted(160_000, 2_000);
        assertTrue(frames.isExactAt(160_000));
        assertFalse(frames.isExactAt(160_001));
        assertEquals(2_000, frames.at(160_000));
        assertEquals(60, frames.bytesEach());
        assertEquals(3_000, frames.at(220_000));
        assertEquals(1_000, frames.at(80_000));
    }

    @Test
    void countsOfTwoRecursionsDoNotMakeFramesOfAFewBytes() {
        frames.counted(100_000, 1_000);
        // The second has small frames: hardly more bytes, and many more frames.
        frames.counted(150_000, 10_000);
        assertEquals(15 / 2 + 1, frames.bytesEach());
        frames.counted(300_000, 10_001);
        assertEquals(2 * 29, frames.bytesEach());
    }

    @Test
    void theNextCountIsDueWhenTheStackHasGrownByHalf() {
        frames.counted(100_000, 1_000);
        assertFalse(frames.isDue(149_999));
        assertTrue(frames.isDue(150_000));
        frames.gaveUp();
        assertFalse(frames.isDue(1_000_000_000));
    }
}
