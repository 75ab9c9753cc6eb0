package dev.morestack.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.function.Consumer;
import java.util.jar.JarFile;

/** What the agent does when the JVM has loaded it, step by step. */
final class Startup implements Consumer<Object[]> {

    static {
        handOver();
    }

    private Installer installer;

    private Startup() {}

    /** The loader of this class waits for it: {@code AgentLoader} tells why. */
    @SuppressWarnings("unchecked")
    private static void handOver() {
        ((Consumer<Object>) Startup.class.getClassLoader()).accept(new Startup());
    }

    /**
     * Starts the agent or, when it is at work already, lets a process watch it.
     *
     * @param given the agent's arguments (a string or null), the {@code Instrumentation}, the
     *     agent's jar and whether the program has been running already; or only the process's id
     */
    @Override
    public void accept(Object[] given) {
        if (given.length == 1) {
            if (installer != null) {
                installer.watchedBy((String) given[0]);
            }
            return;
        }
        start(
                (String) given[0],
                (Instrumentation) given[1],
                (JarFile) given[2],
                (boolean) given[3]);
    }

    /**
     * Nothing is thrown: the program is to run whatever happens, except with options that make no
     * sense, for which its user has to decide.
     */
    private void start(
            String arguments, Instrumentation instrumentation, JarFile jar, boolean attached) {
        if (attached) {
            Messages.answerTo(new Answer(instrumentation));
        }
        try {
            startNow(arguments, instrumentation, jar, attached);
        } finally {
            Messages.answerTo(null);
        }
    }

    private void startNow(
            String arguments, Instrumentation instrumentation, JarFile jar, boolean attached) {
        Options options;
        try {
            options =
                    Options.of(
                            OptionSource.read(arguments, System.getProperties(), System.getenv()));
        } catch (OptionException e) {
            refuse(e, attached);
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
            BootRuntime.define(instrumentation, jar);
        } catch (IOException | LinkageError | RuntimeException e) {
            Messages.off("the runtime could not be defined (" + e + ")");
            return;
        }
        installer = new Installer(instrumentation, jar, options);
        try {
            installer.install(attached);
        } catch (OptionException e) {
            refuse(e, attached);
        }
    }

    private static void refuse(OptionException refused, boolean attached) {
        Messages.say(refused.getMessage());
        if (!attached) {
            System.exit(1);
        }
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
