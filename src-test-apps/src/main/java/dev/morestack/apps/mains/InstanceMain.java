package dev.morestack.apps.mains;

/** A main of an object, not public (JEP 512). */
final class InstanceMain {

    private final String greeting;

    InstanceMain() {
        greeting = "constructed";
    }

    void main(String[] args) {
        Depth.descend(greeting, args[0]);
    }
}
