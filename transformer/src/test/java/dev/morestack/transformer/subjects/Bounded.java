package dev.morestack.transformer.subjects;

import java.util.Arrays;

/** Methods that call others of their class: some must end soon, and some need not. */
class Bounded {

    private final int value;

    private Bounded(int value) {
        this.value = value;
    }

    static int one(int n) {
        return n + 1;
    }

    static int two(int n) {
        return one(n) + Math.abs(n);
    }

    static int three(int n) {
        return two(n) + one(n);
    }

    static Bounded make(int n) {
        return new Bounded(three(n));
    }

    static void fails(String why) {
        throw new IllegalStateException(why);
    }

    static Object[] copy(Object[] from) {
        Object[] to = Arrays.copyOf(from, from.length);
        System.arraycopy(from, 0, to, 0, from.length);
        return to;
    }

    private int secret() {
        return value;
    }

    int callsPrivate() {
        return secret();
    }

    static int itself(int n) {
        return n == 0 ? 0 : itself(n - 1) + 1;
    }

    static int there(int n) {
        return n == 0 ? 0 : back(n - 1);
    }

    static int back(int n) {
        return n == 0 ? 1 : there(n - 1);
    }

    static int callsItself(int n) {
        return itself(n);
    }

    int overridable() {
        return value;
    }

    int callsOverridable() {
        return overridable();
    }

    static native int outside();

    static int callsNative() {
        return outside();
    }

    int callsInherited() {
        return hashCode();
    }

    static int callsOther() {
        return Leaves.arithmetic(3);
    }

    static long large(
            long a, long b, long c, long d, long e, long f, long g, long h, long i, long j) {
        return a;
    }

    static long larger(
            long a, long b, long c, long d, long e, long f, long g, long h, long i, long j) {
        return large(a, b, c, d, e, f, g, h, i, j);
    }

    static long largest(
            long a, long b, long c, long d, long e, long f, long g, long h, long i, long j) {
        return larger(a, b, c, d, e, f, g, h, i, j);
    }

    /** Its superclass calls a method that this class may override. */
    static class Failure extends RuntimeException {

        private static final long serialVersionUID = 1;

        Failure(String why) {
            super(why);
        }
    }
}
