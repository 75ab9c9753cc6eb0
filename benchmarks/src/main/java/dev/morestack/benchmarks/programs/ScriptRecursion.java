package dev.morestack.benchmarks.programs;

import org.mozilla.javascript.Context;

/** Rhino compiles a script to class files and runs its recursion. */
final class ScriptRecursion {

    private static final String SCRIPT =
            """
            function sum(n) { return n == 0 ? 0 : n + sum(n - 1); }
            function even(n) { return n == 0 ? true : odd(n - 1); }
            function odd(n) { return n == 0 ? false : even(n - 1); }
            sum(100000) + ' ' + even(100000);
            """;

    private ScriptRecursion() {}

    public static void main(String[] arguments) {
        try (Context context = Context.enter()) {
            Object result =
                    context.evaluateString(
                            context.initStandardObjects(), SCRIPT, "script", 1, null);
            System.out.println("script " + Context.toString(result));
        }
    }
}
