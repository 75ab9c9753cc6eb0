package dev.morestack.agent;

/** Sizes in bytes as users write them: digits, and k, m or g for powers of 1024. */
final class Sizes {

    private Sizes() {}

    /** Returns the bytes; -1 when the text is no size. */
    static long parse(String text) {
        if (text.isEmpty()) {
            return -1;
        }
        int shift =
                switch (text.charAt(text.length() - 1)) {
                    case 'k', 'K' -> 10;
                    case 'm', 'M' -> 20;
                    case 'g', 'G' -> 30;
                    default -> 0;
                };
        String digits = shift == 0 ? text : text.substring(0, text.length() - 1);
        // Up to 999,999,999g, or as many bytes as fifteen digits write: a long holds these.
        if (digits.isEmpty() || digits.length() > 9 + (30 - shift) / 5) {
            return -1;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return -1;
            }
        }
        return Long.parseLong(digits) << shift;
    }

    /** Returns the size in the largest unit that divides it. */
    static String print(long bytes) {
        if (bytes >= 1 << 30 && bytes % (1 << 30) == 0) {
            return (bytes >> 30) + "g";
        }
        if (bytes >= 1 << 20 && bytes % (1 << 20) == 0) {
            return (bytes >> 20) + "m";
        }
        if (bytes >= 1 << 10 && bytes % (1 << 10) == 0) {
            return (bytes >> 10) + "k";
        }
        return Long.toString(bytes);
    }
}
