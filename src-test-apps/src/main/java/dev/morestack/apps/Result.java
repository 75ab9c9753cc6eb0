package dev.morestack.apps;

/** The lines that a process test reads: {@code result}, a name without spaces, a value. */
public final class Result {

    private Result() {}

    /** Prints one result. */
    public static void print(String name, Object value) {
        System.out.println("result " + name + " " + value);
    }
}
