package dev.morestack.apps.limits;

import dev.morestack.apps.Result;
import java.util.regex.Pattern;

/**
 * Lets static initialisers call what recurses: a method of the JDK, and one of the program.
 *
 * <p>Argument: the depth.
 */
public final class InitialisedByTheJdk {

    private static int depth;

    private InitialisedByTheJdk() {}

    /** Calls the JDK. */
    static final class Directly {

        static final String RESULT;

        static {
            String result;
            try {
                result = String.valueOf(Pattern.matches("(?:a|b)*", "ab".repeat(depth)));
            } catch (StackOverflowError e) {
                result = "overflow";
            }
            RESULT = result;
        }

        private Directly() {}
    }

    /** Calls a method of the program, which calls the JDK. */
    static final class ByTheProgram {

        static final String RESULT = matches();

        private ByTheProgram() {}

        private static String matches() {
            return String.valueOf(Pattern.matches("(?:a|b)*", "ab".repeat(depth)));
        }
    }

    public static void main(String[] args) {
        depth = Integer.parseInt(args[0]);
        Result.print("directly", Directly.RESULT);
        Result.print("by-the-program", ByTheProgram.RESULT);
    }
}
