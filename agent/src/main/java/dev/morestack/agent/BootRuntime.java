package dev.morestack.agent;

import dev.morestack.transformer.AccountFallback;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import jdk.internal.access.JavaLangAccess;
import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.Unsafe;

/**
 * Gives the boot loader the runtime's classes, and these access to the JDK's internals.
 *
 * <p>Not by {@code appendToBootstrapClassLoaderSearch}: that switches class-data sharing off for
 * the program's classes, and the JVM warns of it at every start.
 */
final class BootRuntime {

    private static final String[] PACKAGES = {
        "jdk.internal.access",
        "jdk.internal.loader",
        "jdk.internal.misc",
        "jdk.internal.vm",
        "jdk.internal.vm.annotation",
    };

    private static final String FOLDER = "boot/";
    private static final String WOVEN_CALLS = "java/lang/Morestack";

    /** A class without references to the others; its module is the boot loader's unnamed one. */
    private static final String FIRST = "dev/morestack/StackLimitError";

    private static final String PREFIX = "dev/morestack/runtime/";

    /** Classes that nothing touches until something is to be measured. */
    private static final Set<String> PROFILE =
            Set.of(
                    "Calibration",
                    "Calibration$Measurement",
                    "Costs",
                    "DepthMarks",
                    "FrameCount",
                    "Profile",
                    "Sample",
                    "Sampler",
                    "Site",
                    "Sites",
                    "SpillClock",
                    "SpillObserver",
                    "StackWalk",
                    "ThreadRecord",
                    "ThreadRecords",
                    "ThreadRecords$OfThread",
                    "Timeline");

    private final JarFile jar;

    private BootRuntime(JarFile jar) {
        this.jar = jar;
    }

    /** Defines the classes embedded in the agent's jar. */
    static void define(Instrumentation instrumentation, JarFile jar) throws IOException {
        openToThis(instrumentation);
        BootRuntime runtime = new BootRuntime(jar);
        openTo(runtime.define(FIRST).getModule());
        runtime.defineAll(runtime.names());
    }

    /** Defines those classes, too, that are for measuring alone. To be called once. */
    static void defineProfile(JarFile jar) throws IOException {
        Deque<String> names = new ArrayDeque<>();
        for (String name : PROFILE) {
            names.addLast(PREFIX.concat(name));
        }
        new BootRuntime(jar).defineAll(names);
    }

    private void defineAll(Deque<String> names) throws IOException {
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
                if (!name.equals(FIRST) && !isForProfile(name)) {
                    names.addLast(name);
                }
            }
        }
        return names;
    }

    private static boolean isForProfile(String name) {
        return name.startsWith(PREFIX) && PROFILE.contains(name.substring(PREFIX.length()));
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

    /** Lets this module use packages of java.base. */
    private static void openToThis(Instrumentation instrumentation) {
        Set<Module> own = Set.of(BootRuntime.class.getModule());
        instrumentation.redefineModule(
                Object.class.getModule(),
                Set.of(),
                Map.of("jdk.internal.access", own, "jdk.internal.misc", own),
                Map.of(),
                Set.of(),
                Map.of());
    }

    /** Lets java.base and the module with the runtime use each other. */
    private static void openTo(Module runtime) {
        Module base = Object.class.getModule();
        JavaLangAccess access = SharedSecrets.getJavaLangAccess();
        access.addReads(base, runtime);
        for (int i = 0; i < PACKAGES.length; i++) {
            access.addExports(base, PACKAGES[i], runtime);
        }
    }

    /** Tells whether the field for the account is as expected. */
    private static boolean hasSpareField() {
        try {
            return Thread.class.getDeclaredField("threadLocalRandomSecondarySeed").getType()
                    == int.class;
        } catch (NoSuchFieldException e) {
            return false;
        }
    }
}
