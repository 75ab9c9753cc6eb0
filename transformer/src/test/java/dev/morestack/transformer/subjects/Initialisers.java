package dev.morestack.transformer.subjects;

import java.util.List;

/** A static initialiser with calls of every kind. */
public final class Initialisers {

    public static final long SUM;
    public static final String TEXT;
    public static final Initialisers NESTED;
    public static final int ANY;

    private final int number;
    private final Initialisers inner;

    static {
        SUM = add((byte) 1, 'b', (short) 3, 4, 5L, 6f, 7d, true);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            text.append(new Initialisers(i, null).number());
        }
        TEXT = text.toString();
        NESTED = new Initialisers(two(), new Initialisers(SUM > 0 ? two() : 3, null));
        ANY = any("a", List.of());
        nothing();
    }

    private Initialisers(int number, Initialisers inner) {
        this.number = Math.max(0, number + two() - 2);
        this.inner = inner;
    }

    /** Returns the numbers of this and of what is inside. */
    public String numbers() {
        return inner == null ? "" + number() : number() + " " + inner.numbers();
    }

    private int number() {
        return Integer.parseInt("" + number);
    }

    private static long add(byte a, char b, short c, int d, long e, float f, double g, boolean h) {
        return h ? Math.round(a + b + c + d + e + f + g) + two() : 0;
    }

    private static int two() {
        return List.of(1, 2).size();
    }

    private static int any(Object... objects) {
        return List.of(objects).size();
    }

    private static void nothing() {
        System.gc();
    }
}
