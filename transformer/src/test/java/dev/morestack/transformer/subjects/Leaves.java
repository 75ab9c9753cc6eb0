package dev.morestack.transformer.subjects;

/** Methods that need no check, and some that nearly need none. */
abstract class Leaves {

    private int value;

    int value() {
        return value;
    }

    abstract int none();

    static int arithmetic(int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += i * i;
        }
        return sum;
    }

    static int leafCalls(String text) {
        return Math.max(text.length(), text.charAt(0));
    }

    static Integer boxed(int n) {
        return n;
    }

    static int overridable(Object any) {
        return any.hashCode();
    }

    static void appends(StringBuilder to, Object any) {
        to.append(any);
    }
}
