package dev.morestack.agent;

import dev.morestack.transformer.FirstStackHook;
import dev.morestack.transformer.JdkHook;
import dev.morestack.transformer.MethodSelection;
import dev.morestack.transformer.ProgramApi;
import dev.morestack.transformer.RegionWeaver;
import dev.morestack.transformer.VirtualThreadSubmits;
import dev.morestack.transformer.Weaver;
import dev.morestack.transformer.Woven;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Weaves classes as they are loaded or retransformed.
 *
 * <p>Runs inside class loading, on the program's threads: whatever goes wrong is counted and the
 * class left as it is. An error that escaped would make the class unusable for good.
 */
final class WeavingTransformer implements ClassFileTransformer {

    private static final String FLIGHT_RECORDER = "jdk/jfr/FlightRecorder";

    private final ClassSelection selection;
    private final MethodSelection entries;
    private final BigStackRules regions;
    private final WrappedNatives wrapped = new WrappedNatives();
    private final Tally tally;
    private final File dumpFolder;
    private final boolean debug;
    private final boolean sizesFirstStacks;
    private final Runnable recorderSeen;

    /** Whether virtual threads are to be able to move: no start needs the visitors for that. */
    private volatile boolean moves;

    private final Set<String> hooked = ConcurrentHashMap.newKeySet();

    /**
     * Creates the transformer.
     *
     * @param recorderSeen what to run, on a thread of its own, when the program first uses JDK
     *     Flight Recorder: loading its classes takes longer than all else that the agent does at
     *     start, so programs that never do are to pay nothing
     */
    WeavingTransformer(Options options, Tally tally, Runnable recorderSeen) {
        this.recorderSeen = recorderSeen;
        this.selection = options.selection();
        this.entries = options.entries();
        this.regions = options.regions();
        this.tally = tally;
        this.dumpFolder = options.dumpFolder();
        this.debug = options.debug();
        sizesFirstStacks = options.initial() > 0;
    }

    /** Tells whether the methods of this class of the JDK have been changed. */
    boolean isHooked(String className) {
        return hooked.contains(className);
    }

    @Override
    public byte[] transform(
            Module module,
            ClassLoader loader,
            String className,
            Class<?> redefined,
            ProtectionDomain domain,
            byte[] classFile) {
        try {
            byte[] woven =
                    className == null
                            ? null
                            : weave(module, loader, className, redefined, classFile);
            if (woven != null && dumpFolder != null) {
                dump(className, woven);
            }
            return woven;
        } catch (Throwable e) {
            tally.addFailure();
            if (debug) {
                Messages.say("class " + className + " was left as it was: " + e);
            }
            return null;
        }
    }

    private byte[] weave(
            Module module,
            ClassLoader loader,
            String className,
            Class<?> redefined,
            byte[] classFile) {
        if (loader == null && JdkHook.isDue(className)) {
            byte[] changed = JdkHook.applyAll(className, classFile);
            hooked.add(className);
            return sizesFirstStacks && className.equals(FirstStackHook.CLASS)
                    ? FirstStackHook.apply(changed)
                    : changed;
        }
        if (loader == null && className.equals(FLIGHT_RECORDER)) {
            Thread thread = new Thread(null, recorderSeen, "morestack-flight-recorder", 0, false);
            thread.setDaemon(true);
            thread.start();
        }
        if (ProgramApi.contains(className)) {
            return ProgramApi.apply(classFile);
        }
        if (moves && loader == null && className.equals(VirtualThreadSubmits.CLASS)) {
            byte[] changed = VirtualThreadSubmits.apply(classFile);
            hooked.add(className);
            return changed;
        }
        String binaryName = className.replace('/', '.');
        boolean wraps = redefined == null || wrapped.contains(loader, className);
        byte[] changed;
        boolean hasRegions;
        if (selection.contains(loader, module, binaryName)) {
            Woven woven = Weaver.weave(classFile, entries, regions, wraps);
            tally.add(woven);
            changed = woven.bytes();
            hasRegions = woven.hasRegions();
        } else if (selection.mayHaveRegions(loader, module, binaryName, regions)) {
            changed = RegionWeaver.weave(classFile, regions, wraps);
            hasRegions = changed != null;
        } else {
            return null;
        }
        if (hasRegions && redefined == null) {
            wrapped.add(loader, className);
        }
        return changed;
    }

    /** Changes what submits virtual threads, so that they can move, from its next load on. */
    void letVirtualThreadsMove() {
        moves = true;
    }

    private void dump(String className, byte[] classFile) throws IOException {
        File file = new File(dumpFolder, className.concat(".class"));
        File folder = file.getParentFile();
        if (!folder.isDirectory() && !folder.mkdirs() && !folder.isDirectory()) {
            throw new IOException("cannot create ".concat(folder.getPath()));
        }
        try (FileOutputStream out = new FileOutputStream(file)) {
            out.write(classFile);
        }
    }
}
