package dev.morestack.apps.basics;

import dev.morestack.apps.recursion.Starter;

/** Exits deep. Arguments: a {@link Starter}, the depth, the code. */
public final class Exit {

    private Exit() {}

    public static void main(String[] args) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
        int depth = Integer.parseInt(args[1]);
        int code = Integer.parseInt(args[2]);
        Starter.valueOf(args[0]).run(() -> exit(depth, code));
    }

    private static int exit(int n, int code) {
        if (n == 0) {
            System.exit(code);
        }
        return exit(n - 1, code) + 1;
    }
}
