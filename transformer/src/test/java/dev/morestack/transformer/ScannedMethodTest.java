package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScannedMethodTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 120", // the check itself needs an operand
        "1, 0, 120",
        "2, 3, 152",
        "65535, 65535, 1048672",
    })
    void theChargeIsTheInterpretersFrame(int maxStack, int maxLocals, int charge) {
        assertEquals(charge, ScannedMethod.charge(maxStack, maxLocals));
    }

    @Test
    void aFrameOfAKilobyteMayGoUncheckedAndNoneThatIsLarger() {
        assertTrue(ScannedMethod.mayGoUnchecked(1024));
        assertFalse(ScannedMethod.mayGoUnchecked(1025));
    }

    @Test
    void aMethodHasRoomUpToThirtyTwoBytesBelowTheLimitOfTheJvm() {
        assertTrue(ofLength(65_503).hasRoom());
        assertFalse(ofLength(65_504).hasRoom());
    }

    private static ScannedMethod ofLength(int length) {
        return new ScannedMethod(null, 0, null, 120, 0, 0, length, 0);
    }
}
