package dev.morestack.apps.mains;

/** A static main without arguments (JEP 512). */
final class NoArgumentsMain {

    private NoArgumentsMain() {}

    static void main() {
        Depth.descend();
    }
}
