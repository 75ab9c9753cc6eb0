package dev.morestack.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "999 | 999",
                "1000 | 1,000",
                "-999 | -999",
                "-1000 | -1,000",
                "-100000 | -100,000",
                "9223372036854775807 | 9,223,372,036,854,775,807"
            })
    void everyThreeDigitsThereIsAComma(long number, String text) {
        assertEquals(text, Words.grouped(number));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1023, 1023 bytes",
        "1024, 1.00 KiB",
        "102400, 100 KiB",
        "1572864, 1.50 MiB",
        "9223372036854775807, 8388608 TiB"
    })
    void sizesHaveThreeDigits(long bytes, String text) {
        assertEquals(text, Words.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ns",
        "999, 999 ns",
        "1000, 1.00 us",
        "12345, 12.3 us",
        "123456789, 123 ms",
        "1500000000, 1.50 s",
        "5000000000000, 5000 s"
    })
    void timesHaveThreeDigits(long nanos, String text) {
        assertEquals(text, Words.time(nanos));
    }

    @Test
    void sharesBelowTenPercentHaveADecimal() {
        assertEquals("0.0 %", Words.percent(0, 0));
        assertEquals("2.1 %", Words.percent(21, 1000));
        assertEquals("21 %", Words.percent(210, 1000));
    }

    @Test
    void methodsLoseTheirPackage() {
        assertEquals("Parser.value", Words.shortened("org.json.Parser.value"));
        assertEquals("Parser.value", Words.shortened("Parser.value"));
        assertEquals("value", Words.shortened("value"));
    }
}
