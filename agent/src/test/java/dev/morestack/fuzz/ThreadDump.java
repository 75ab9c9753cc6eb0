package dev.morestack.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Asks a JVM that seems to hang what its threads are doing. */
final class ThreadDump {
    private static final int SECONDS = 30;

    private ThreadDump() {}

    static void write(Process jvm, Path javaHome, Path file)
            throws IOException, InterruptedException {
        String jcmd = javaHome.resolve("bin/jcmd").toString();
        Process asking =
                new ProcessBuilder(jcmd, Long.toString(jvm.pid()), "Thread.print", "-l")
                        .redirectErrorStream(true)
                        .redirectOutput(file.toFile())
                        .start();
        if (!asking.waitFor(SECONDS, TimeUnit.SECONDS)) {
            asking.destroyForcibly().waitFor();
        }
    }
}
