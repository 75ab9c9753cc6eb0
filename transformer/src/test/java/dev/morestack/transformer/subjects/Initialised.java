package dev.morestack.transformer.subjects;

import java.util.ArrayList;
import java.util.List;

/** A static initialiser that calls, and fields that other classes initialise. */
final class Initialised {

    static final List<String> WORDS = new ArrayList<>();

    static {
        fill(10);
    }

    private static void fill(int n) {
        if (n == 0) {
            return;
        }
        WORDS.add("word");
        fill(n - 1);
    }

    static int readsElsewhere() {
        return Lengths.word;
    }

    private static final class Lengths {
        static int word = WORDS.size();
    }
}
