package dev.morestack.benchmarks;

import java.io.IOException;

/** The program whose start is measured. */
public final class Hello {

    private Hello() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("Hello");
        Resident.printIfAsked();
    }
}
