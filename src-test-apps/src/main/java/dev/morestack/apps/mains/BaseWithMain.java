package dev.morestack.apps.mains;

/** Where {@link InheritedMain} has its main from. */
class BaseWithMain {

    public static void main(String[] args) {
        Depth.descend(args);
    }
}
