package dev.morestack.apps.traces;

import dev.morestack.apps.Result;

/** Asks who called, at every depth. Arguments: the depth. */
public final class Callers {

    private static final StackWalker WALKER =
            StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private Callers() {}

    public static void main(String[] args) {
        int depth = Integer.parseInt(args[0]);
        Result.print("wrong", One.call(depth));
        Result.print("frames", frames(depth));
    }

    private static long frames(int n) {
        return n == 0
                ? WALKER.walk(s -> s.filter(f -> f.getMethodName().equals("frames")).count())
                : frames(n - 1);
    }

    private static final class One {
        static int call(int n) {
            Class<?> caller = WALKER.getCallerClass();
            int above = n == 0 ? 0 : Other.call(n - 1);
            return above + (caller == Other.class || caller == Callers.class ? 0 : 1);
        }
    }

    private static final class Other {
        static int call(int n) {
            Class<?> caller = WALKER.getCallerClass();
            int above = n == 0 ? 0 : One.call(n - 1);
            return above + (caller == One.class ? 0 : 1);
        }
    }
}
