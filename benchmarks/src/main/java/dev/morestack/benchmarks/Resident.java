package dev.morestack.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the most memory that this process had resident, in KB, when it is asked to. */
final class Resident {

    static final String PROPERTY = "benchmarks.resident";

    private Resident() {}

    static void printIfAsked() throws IOException {
        if (!Boolean.getBoolean(PROPERTY)) {
            return;
        }
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                System.out.println("resident " + line.replaceAll("\\D", ""));
            }
        }
    }
}
