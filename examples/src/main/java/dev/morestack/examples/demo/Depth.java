package dev.morestack.examples.demo;

/** The depth a case runs at: the argument of its {@code main}, or the depth it is known for. */
final class Depth {

    private Depth() {}

    static int of(String[] arguments, int standard) {
        return arguments.length == 0 ? standard : Integer.parseInt(arguments[0]);
    }
}
