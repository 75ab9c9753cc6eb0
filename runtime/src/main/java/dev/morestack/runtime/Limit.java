package dev.morestack.runtime;

/** Words the error at the limit. */
final class Limit {

    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB"};

    private Limit() {}

    static String message(long depth, long limit) {
        return "logical stack of "
                .concat(size(depth))
                .concat(" reached Morestack's limit of ")
                .concat(size(limit))
                .concat(" per thread (raise it with the option limit=SIZE)");
    }

    /** Returns the size in the largest unit that leaves a whole part. */
    static String size(long bytes) {
        int unit = 0;
        long whole = bytes;
        while (whole >= 1024 && unit < UNITS.length - 1) {
            whole /= 1024;
            unit++;
        }
        return Long.toString(whole).concat(" ").concat(UNITS[unit]);
    }
}
