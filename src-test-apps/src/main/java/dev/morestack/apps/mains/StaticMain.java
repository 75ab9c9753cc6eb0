package dev.morestack.apps.mains;

/** The main that every JDK knows. */
public final class StaticMain {

    private StaticMain() {}

    public static void main(String[] args) {
        Depth.descend(args);
    }
}
