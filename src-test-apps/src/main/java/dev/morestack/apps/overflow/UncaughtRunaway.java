package dev.morestack.apps.overflow;

/** Dies of a recursion without end. */
public final class UncaughtRunaway {

    private UncaughtRunaway() {}

    public static void main(String[] args) {
        System.out.println(descend(0));
    }

    private static int descend(int n) {
        return descend(n + 1) + 1;
    }
}
