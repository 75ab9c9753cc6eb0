package dev.morestack.apps.basics;

/** Says hello on both streams, with its arguments. */
public final class Hello {

    private Hello() {}

    public static void main(String[] args) {
        System.out.println("Hello, " + String.join(" ", args) + "!");
        System.err.println("Hello, stderr!");
    }
}
