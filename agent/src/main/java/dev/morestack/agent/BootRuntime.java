package dev.morestack.agent;

import dev.morestack.transformer.AccountFallback;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import jdk.internal.misc.Unsafe;

/**
 * Gives the boot loader the runtime's classes, and these access to the JDK's internals.
 *
 * <p>Not by {@code appendToBootstrapClassLoaderSearch}: that switches class-data sharing off for
 * the program's classes, and the JVM warns of it at every start.
 */
final class BootRuntime {

    private static final String FOLDER = "boot/";
    private static final String WOVEN_CALLS = "java/lang/Morestack";

    /** A class without references to the others; its module is the boot loader's unnamed one. */
    private static final String FIRST = "dev/morestack/StackLimitError";

    private final Instrumentation instrumentation;
    private final JarFile jar;

    private BootRuntime(Instrumentation instrumentation, JarFile jar) {
        this.instrumentation = instrumentation;
        this.jar = jar;
    }

    /** Defines the classes embedded in the agent's jar. */
    static void define(Instrumentation instrumentation, File agentJar) throws IOException {
        try (JarFile jar = new JarFile(agentJar, false)) {
            new BootRuntime(instrumentation, jar).define();
        }
    }

    private void define() throws IOException {
        Module own = BootRuntime.class.getModule();
        open(own, "jdk.internal.misc");
        Module boot = define(FIRST).getModule();
        open(
                boot,
                "jdk.internal.access",
                "jdk.internal.loader",
                "jdk.internal.misc",
                "jdk.internal.vm",
                "jdk.internal.vm.annotation");
        Deque<String> names = names();
        // A class whose superclass is still to come is tried again later.
        int postponed = 0;
        while (!names.isEmpty()) {
            String name = names.removeFirst();
            try {
                define(name);
                postponed = 0;
            } catch (NoClassDefFoundError e) {
                if (++postponed > names.size()) {
                    throw e;
                }
                names.addLast(name);
            }
        }
    }

    private Deque<String> names() {
        Deque<String> names = new ArrayDeque<>();
        for (Enumeration<JarEntry> e = jar.entries(); e.hasMoreElements(); ) {
            String entry = e.nextElement().getName();
            if (entry.startsWith(FOLDER)
                    && entry.endsWith(".class")
                    && !entry.endsWith("package-info.class")) {
                String name = entry.substring(FOLDER.length(), entry.length() - 6);
                if (!name.equals(FIRST)) {
                    names.addLast(name);
                }
            }
        }
        return names;
    }

    private Class<?> define(String name) throws IOException {
        byte[] bytes;
        try (InputStream in = jar.getInputStream(jar.getJarEntry(FOLDER + name + ".class"))) {
            bytes = in.readAllBytes();
        }
        if (name.equals(WOVEN_CALLS) && !hasSpareField()) {
            bytes = AccountFallback.apply(bytes);
        }
        return Unsafe.getUnsafe().defineClass(name, bytes, 0, bytes.length, null, null);
    }

    /** Lets java.base read the module, and the module use packages of java.base. */
    private void open(Module module, String... packages) {
        Map<String, Set<Module>> exports = new java.util.HashMap<>();
        Set<Module> to = Set.of(module);
        for (String name : packages) {
            exports.put(name, to);
        }
        instrumentation.redefineModule(
                Object.class.getModule(), to, exports, Map.of(), Set.of(), Map.of());
    }

    /** Tells whether the field for the account and the only method that uses it are as expected. */
    private static boolean hasSpareField() {
        try {
            return Thread.class.getDeclaredField("threadLocalRandomSecondarySeed").getType()
                            == int.class
                    && Modifier.isStatic(
                            java.util.concurrent.ThreadLocalRandom.class
                                    .getDeclaredMethod("nextSecondarySeed")
                                    .getModifiers());
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
