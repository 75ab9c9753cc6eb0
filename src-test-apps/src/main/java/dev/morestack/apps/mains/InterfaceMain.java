package dev.morestack.apps.mains;

/** A main in an interface. */
public interface InterfaceMain {

    static void main(String[] args) {
        Depth.descend(args);
    }
}
