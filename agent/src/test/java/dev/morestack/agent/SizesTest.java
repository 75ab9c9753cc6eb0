package dev.morestack.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "5000, 5000",
        "007, 7",
        "8k, 8192",
        "8K, 8192",
        "3m, 3145728",
        "3M, 3145728",
        "2g, 2147483648",
        "2G, 2147483648",
        "999999999g, 1073741822926258176",
        "99999999999m, 104857599998951424",
        "9999999999999k, 10239999999998976",
        "999999999999999, 999999999999999"
    })
    void readsDigitsAndAUnit(String text, long bytes) {
        assertEquals(bytes, Sizes.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "k",
                "g",
                "-1",
                "-1k",
                "+1",
                "1.5g",
                "1,5g",
                "8kk",
                "8kb",
                "8 k",
                " 8k",
                "8k ",
                "0x10",
                "1e3",
                "1_000",
                "1t",
                // Arabic and full-width digits, and the sign of the unit kelvin
                "\u0661\u0662",
                "\uff11\uff12",
                "8\u212a",
                // as many digits as no size has, one more than each unit takes
                "9999999999999999",
                "99999999999999k",
                "999999999999m",
                "9999999999g",
                "99999999999g",
                "99999999999999999999999999999999999999"
            })
    void refusesAllElse(String text) {
        assertEquals(-1, Sizes.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1023, 1023",
        "1024, 1k",
        "1025, 1025",
        "1048576, 1m",
        "1049600, 1025k",
        "1073741824, 1g",
        "1074790400, 1025m",
        "1099511627776, 1024g"
    })
    void printsTheLargestUnitThatDivides(long bytes, String text) {
        assertEquals(text, Sizes.print(bytes));
    }

    @Test
    void whatIsPrintedReadsAsTheSame() {
        for (long bytes = 1; bytes < 1L << 55; bytes = bytes * 3 + bytes % 7) {
            long size = bytes % 999_999_999_999_999L;
            assertEquals(size, Sizes.parse(Sizes.print(size)));
            assertEquals(1L << (bytes % 55), Sizes.parse(Sizes.print(1L << (bytes % 55))));
        }
    }
}
