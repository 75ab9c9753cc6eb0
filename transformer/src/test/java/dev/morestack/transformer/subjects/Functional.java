package dev.morestack.transformer.subjects;

import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;

/** Calls by invokedynamic. */
final class Functional {

    static IntSupplier later(int n) {
        return () -> n == 0 ? 0 : later(n - 1).getAsInt();
    }

    static IntUnaryOperator reference() {
        return Fibonacci::of;
    }

    static String joined(int a, Object b) {
        return a + ", " + b;
    }
}
