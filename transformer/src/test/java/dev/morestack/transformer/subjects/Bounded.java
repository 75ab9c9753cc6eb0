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

    private static long large(long n) {
        long v0 = n + 0;
        long v1 = n + 1;
        long v2 = n + 2;
        long v3 = n + 3;
        long v4 = n + 4;
        long v5 = n + 5;
        long v6 = n + 6;
        long v7 = n + 7;
        long v8 = n + 8;
        long v9 = n + 9;
        long v10 = n + 10;
        long v11 = n + 11;
        long v12 = n + 12;
        return v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12;
    }

    private static long larger(long n) {
        long v0 = n + 0;
        long v1 = n + 1;
        long v2 = n + 2;
        long v3 = n + 3;
        long v4 = n + 4;
        long v5 = n + 5;
        long v6 = n + 6;
        long v7 = n + 7;
        long v8 = n + 8;
        long v9 = n + 9;
        long v10 = n + 10;
        long v11 = n + 11;
        long v12 = n + 12;
        return v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + large(n);
    }

    private static long largest(long n) {
        long v0 = n + 0;
        long v1 = n + 1;
        long v2 = n + 2;
        long v3 = n + 3;
        long v4 = n + 4;
        long v5 = n + 5;
        long v6 = n + 6;
        long v7 = n + 7;
        long v8 = n + 8;
        long v9 = n + 9;
        long v10 = n + 10;
        long v11 = n + 11;
        long v12 = n + 12;
        return v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + larger(n);
    }

    static long all(long n) {
        return largest(n);
    }

    /** Its superclass calls a method that this class may override. */
    static class Failure extends RuntimeException {

        private static final long serialVersionUID = 1;

        Failure(String why) {
            super(why);
        }
    }
}
