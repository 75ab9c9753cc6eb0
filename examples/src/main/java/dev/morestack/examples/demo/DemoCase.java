package dev.morestack.examples.demo;

import java.math.BigInteger;

/** The demo's cases: what each runs, and the answer it must give, worked out another way. */
enum DemoCase {
    GSON(
            GsonArrays.class,
            "gson 2.9.0, JSON arrays",
            GsonArrays.DEPTH,
            GsonArrays.DEPTH + " arrays"),
    EVALEX(
            EvalExSum.class,
            "EvalEx 3.4.0, parentheses",
            EvalExSum.DEPTH,
            "sum " + sumUpTo(EvalExSum.DEPTH)),
    JSON(
            JsonObjects.class,
            "org.json 20210307, JSON objects",
            JsonObjects.DEPTH,
            JsonObjects.DEPTH + " objects"),
    REGEX(
            RegexAlternation.class,
            "java.util.regex, (?:a|b)*",
            RegexAlternation.DEPTH,
            RegexAlternation.DEPTH + " characters match"),
    SERIALIZATION(
            SerializedList.class,
            "java.io, a linked list, both ways",
            SerializedList.DEPTH,
            SerializedList.DEPTH + " nodes, checksum " + sumOfSquaresUpTo(SerializedList.DEPTH)),
    JAVAC(
            CompiledSum.class,
            "javax.tools, i+i+...",
            CompiledSum.DEPTH,
            "sum(3) is " + 3 * CompiledSum.DEPTH);

    final Class<?> program;
    final String input;
    final int depth;
    final String answer;

    DemoCase(Class<?> program, String input, int depth, String answer) {
        this.program = program;
        this.input = input;
        this.depth = depth;
        this.answer = answer;
    }

    /** Returns the number the case goes by, from 1 on. */
    int number() {
        return ordinal() + 1;
    }

    private static BigInteger sumUpTo(long n) {
        return BigInteger.valueOf(n * (n + 1) / 2);
    }

    /** The list holds the numbers from 1 to n, and its checksum weighs each with its place. */
    private static BigInteger sumOfSquaresUpTo(long n) {
        BigInteger product = BigInteger.valueOf(n);
        product = product.multiply(BigInteger.valueOf(n + 1));
        product = product.multiply(BigInteger.valueOf(2 * n + 1));
        return product.divide(BigInteger.valueOf(6));
    }
}
