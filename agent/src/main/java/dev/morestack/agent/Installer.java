package dev.morestack.agent;

import dev.morestack.StackPolicy;
import dev.morestack.runtime.Installation;
import dev.morestack.runtime.OldSeeds;
import dev.morestack.runtime.Settings;
import dev.morestack.transformer.MethodSelection;
import dev.morestack.transformer.RegionWeaver;
import dev.morestack.transformer.Weaver;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.jar.JarFile;

/**
 * Proves that spills work on this JVM and weaves the program. The first class to name the
 * runtime's: it must not be linked before these are defined.
 */
final class Installer implements Runnable {

    private final Instrumentation instrumentation;
    private final JarFile jar;
    private final Options options;
    private final Tally tally = new Tally();

    /** Null until something of it is asked for. */
    private Outputs outputs;

    Installer(Instrumentation instrumentation, JarFile jar, Options options) {
        this.instrumentation = instrumentation;
        this.jar = jar;
        this.options = options;
    }

    /**
     * Installs.
     *
     * @throws OptionException when a region is larger than the machine can reserve, or there is no
     *     such policy
     */
    void install(boolean attached) throws OptionException {
        try {
            Installation.install(settings(options), new AsmCallerWriter(), options.debug());
        } catch (Exception | LinkageError e) {
            Messages.off("stacks cannot be spilled on this JVM (" + rootCause(e) + ")");
            return;
        }
        CarrierBounds carriers = options.carriers();
        if (!carriers.areDefault()) {
            Installation.boundCarriers(carriers.most(), carriers.bytes(), carriers.waits());
        }
        options.regions().check();
        checkInitial();
        StackPolicy policy = PolicyChoice.find(options.policy());
        if (policy != null) {
            Installation.growBy(policy);
        }
        warmUp(jar);
        WeavingTransformer transformer = new WeavingTransformer(options, tally, this);
        loadSeeds();
        instrumentation.addTransformer(transformer, true);
        instrumentation.setNativeMethodPrefix(transformer, RegionWeaver.NATIVE_PREFIX);
        Installation.prepareVirtualMoves(new VirtualMoves(transformer, instrumentation));
        // What comes later, the transformer sees.
        Class<?>[] loaded = instrumentation.getAllLoadedClasses();
        new Retransformation(instrumentation, tally, options.debug())
                .of(loaded, options.selection(), options.regions());
        if (!transformer.isHooked("java/lang/Thread")
                || !transformer.isHooked("java/util/concurrent/ThreadLocalRandom")) {
            instrumentation.removeTransformer(transformer);
            Messages.off("java.lang.Thread could not be changed");
            return;
        }
        if (attached) {
            OldSeeds.remove();
        }
        options.regions().complainAtExit();
        Outputs wanted = options.isMeasured() ? outputs() : null;
        if (wanted != null) {
            wanted.begin();
        }
        if (hasRecorder(loaded)) {
            run();
        }
        Messages.banner(banner(options));
        if (attached) {
            Messages.say(
                    "attached: methods that are running go on without checks; threads that are"
                            + " running have no root, except for later tasks of a thread pool");
            if (tally.notRetransformed() > 0) {
                Messages.say(
                        tally.notRetransformed()
                                + " of the loaded classes could not be changed (debug=true names"
                                + " them)");
            }
        }
    }

    private void checkInitial() throws OptionException {
        if (options.initial() == 0) {
            return;
        }
        String size = Sizes.print(options.initial());
        try {
            if (!Installation.canSpillFirstStacks()) {
                throw Option.INITIAL.refuse(
                        size,
                        "and this JVM cannot freeze so much at once: G1 no more than half a region"
                                + " (-XX:G1HeapRegionSize=32m allows 15m), other collectors what"
                                + " the heap has room for");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Option.INITIAL.refuse(size, "and trying it was interrupted");
        }
    }

    private static boolean hasRecorder(Class<?>[] classes) {
        for (Class<?> loaded : classes) {
            if (loaded.getName().equals("jdk.jfr.FlightRecorder")) {
                return true;
            }
        }
        return false;
    }

    /** Lets a process read the live figures. */
    void watchedBy(String pid) {
        Outputs shown = outputs();
        if (shown != null) {
            shown.watchedBy(pid);
        }
    }

    /** The program has begun to use flight recorder. */
    @Override
    public void run() {
        Outputs shown = outputs();
        if (shown != null) {
            shown.recordFlights();
        }
    }

    private synchronized Outputs outputs() {
        if (outputs == null) {
            try {
                BootRuntime.defineProfile(jar);
                outputs = new Outputs(instrumentation, options, tally);
            } catch (IOException | LinkageError e) {
                Messages.say("nothing can be measured: " + e);
            }
        }
        return outputs;
    }

    private static Settings settings(Options options) {
        return new Settings(
                options.rehearsal() > 0 ? options.rehearsal() : options.window(),
                options.initial(),
                options.rehearsal() == 0,
                options.quantum(),
                options.limit(),
                options.budget(),
                options.patience(),
                options.stress(),
                options.profile() != Options.UNCOUNTED);
    }

    /**
     * Weaves one class before any is woven in earnest: every class that weaving needs must be
     * loaded by then, for it could not be loaded while it was itself being woven.
     */
    private static void warmUp(JarFile jar) {
        String any = Weaver.class.getName().replace('.', '/').concat(".class");
        try (InputStream in = jar.getInputStream(jar.getEntry(any))) {
            Weaver.weave(in.readAllBytes(), MethodSelection.NONE);
        } catch (IOException e) {
            Messages.say("could not warm up: " + e.getMessage());
        }
    }

    /**
     * Whether its method can be changed must be known now; nobody may have needed the class yet.
     */
    private static void loadSeeds() {
        try {
            Class.forName("java.util.concurrent.ThreadLocalRandom", false, null);
        } catch (ClassNotFoundException e) {
            throw new LinkageError("", e);
        }
    }

    /** Returns the agent's version. */
    static String version() {
        String version = Installer.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }

    private static String banner(Options options) {
        String stacks =
                "fixed".equals(options.policy())
                        ? ": stacks keep their size"
                        : ": stacks grow, up to " + Sizes.print(options.limit()) + " a thread";
        return version()
                + stacks
                + (options.stress() > 0 ? "; stress: every " + options.stress() + " checks" : "");
    }

    private static Throwable rootCause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
