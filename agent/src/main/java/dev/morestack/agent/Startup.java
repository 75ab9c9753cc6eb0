package dev.morestack.agent;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;

/** What the agent does when the JVM has loaded it, step by step. */
public final class Startup {

    private Startup() {}

    /**
     * Starts the agent. Nothing is thrown: the program is to run whatever happens, except with
     * options that make no sense, for which its user has to decide.
     *
     * @param arguments the agent's arguments, or null
     * @param agentJar the jar with this class and the runtime's
     * @param attached whether the program has been running already
     */
    public static void start(
            String arguments, Instrumentation instrumentation, File agentJar, boolean attached) {
        if (attached) {
            Messages.answerTo(new Answer(instrumentation));
        }
        try {
            startNow(arguments, instrumentation, agentJar, attached);
        } finally {
            Messages.answerTo(null);
        }
    }

    /**
     * Does what an agent is asked that is at work already.
     *
     * @param arguments {@code watch=} and the id of a process that reads the live figures
     */
    public static void ask(String arguments) {
        Live.watch(arguments.substring(arguments.indexOf('=') + 1));
    }

    private static void startNow(
            String arguments, Instrumentation instrumentation, File agentJar, boolean attached) {
        Options options;
        try {
            options =
                    Options.of(
                            OptionSource.read(arguments, System.getProperties(), System.getenv()));
        } catch (OptionException e) {
            Messages.say(e.getMessage());
            if (!attached) {
                System.exit(1);
            }
            return;
        }
        if (!options.enabled()) {
            return;
        }
        String obstacle = obstacle();
        if (obstacle != null) {
            Messages.off(obstacle);
            return;
        }
        try {
            BootRuntime.define(instrumentation, agentJar);
        } catch (IOException | LinkageError | RuntimeException e) {
            Messages.off("the runtime could not be defined (" + e + ")");
            return;
        }
        Installer.install(instrumentation, options, attached);
    }

    /** Returns why stacks cannot grow on this JVM; null when nothing speaks against it. */
    private static String obstacle() {
        String vm = System.getProperty("java.vm.name", "");
        if (vm.contains("OpenJ9") || vm.contains("J9")) {
            return "this JVM (" + vm + ") is not HotSpot";
        }
        return null;
    }
}
