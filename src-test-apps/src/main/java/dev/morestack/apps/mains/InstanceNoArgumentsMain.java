package dev.morestack.apps.mains;

/** A main of an object, without arguments (JEP 512). */
final class InstanceNoArgumentsMain {

    void main() {
        Depth.descend();
    }
}
