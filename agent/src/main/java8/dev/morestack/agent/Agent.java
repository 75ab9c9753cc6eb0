package dev.morestack.agent;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;

/**
 * Where the JVM enters the agent.
 *
 * <p>The only class of Morestack for Java 8: an older JVM must be able to load it to learn that it
 * is too old. It loads the rest into a class loader of its own, so that the program sees none of it
 * and only that loader is given access to the JDK's internals.
 */
public final class Agent {

    private static final int OLDEST = 21;

    /** What {@code morestack top} asks of an agent that is at work. */
    private static final String WATCH = "watch=";

    /** Of the agent at work, null before. */
    private static Method ask;

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
            ask(arguments);
            return;
        }
        if (isRunning()) {
            System.err.println("morestack: this JVM has the agent already; nothing was changed");
            return;
        }
        try {
            CodeSource source = Agent.class.getProtectionDomain().getCodeSource();
            File jar = new File(source.getLocation().toURI());
            // Never closed: the agent lives as long as the JVM.
            ClassLoader own = new URLClassLoader(new URL[] {source.getLocation()}, null);
            Class<?> startup = Class.forName("dev.morestack.agent.Startup", true, own);
            Method start =
                    startup.getMethod(
                            "start",
                            String.class,
                            Instrumentation.class,
                            File.class,
                            boolean.class);
            start.invoke(null, arguments, instrumentation, jar, attached);
            ask = startup.getMethod("ask", String.class);
        } catch (InvocationTargetException e) {
            off(e.getCause());
        } catch (Exception | LinkageError e) {
            off(e);
        }
    }

    /** Without an agent at work nothing happens: who asks will miss the answer. */
    private static void ask(String arguments) {
        try {
            if (ask != null) {
                ask.invoke(null, arguments);
            }
        } catch (ReflectiveOperationException e) {
            System.err.println("morestack: " + arguments + ": " + e.getCause());
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
