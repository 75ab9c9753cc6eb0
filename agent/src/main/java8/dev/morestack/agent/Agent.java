package dev.morestack.agent;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.security.CodeSource;
import java.util.function.Consumer;
import java.util.jar.JarFile;

/**
 * Where the JVM enters the agent.
 *
 * <p>This class and the loader are for Java 8: an older JVM must be able to load them to learn that
 * it is too old. The rest comes from a class loader of its own, so that the program sees none of it
 * and only that loader is given access to the JDK's internals.
 */
public final class Agent {

    private static final int OLDEST = 21;

    /** What {@code morestack top} asks of an agent that is at work. */
    private static final String WATCH = "watch=";

    /** Takes what is asked of the agent at work; null before. */
    private static Consumer<Object[]> running;

    private Agent() {}

    /** Called before the program's {@code main}. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        start(arguments, instrumentation, false);
    }

    /** Called when the agent is loaded into a running JVM. */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        start(arguments, instrumentation, true);
    }

    private static void start(String arguments, Instrumentation instrumentation, boolean attached) {
        if (version() < OLDEST) {
            System.err.println(
                    "morestack: off: this is Java "
                            + System.getProperty("java.version")
                            + ", and stacks can grow from Java "
                            + OLDEST
                            + " on; the program runs as without the agent");
            return;
        }
        if (attached && arguments != null && arguments.startsWith(WATCH)) {
            // Without an agent at work nothing happens: who asks will miss the answer.
            if (running != null) {
                running.accept(new Object[] {arguments.substring(WATCH.length())});
            }
            return;
        }
        if (isRunning()) {
            System.err.println("morestack: this JVM has the agent already; nothing was changed");
            return;
        }
        try {
            CodeSource source = Agent.class.getProtectionDomain().getCodeSource();
            JarFile jar = new JarFile(new File(source.getLocation().toURI()), false);
            Consumer<Object[]> startup = new AgentLoader(jar).first("dev.morestack.agent.Startup");
            startup.accept(new Object[] {arguments, instrumentation, jar, attached});
            running = startup;
        } catch (Exception | LinkageError e) {
            off(e);
        }
    }

    /** The class that woven code calls can be defined but once. */
    private static boolean isRunning() {
        try {
            Class.forName("java.lang.Morestack", false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static void off(Throwable cause) {
        System.err.println("morestack: off: " + cause + "; the program runs as without the agent");
    }

    private static int version() {
        String version = System.getProperty("java.specification.version");
        return version.startsWith("1.") ? 8 : Integer.parseInt(version);
    }
}
