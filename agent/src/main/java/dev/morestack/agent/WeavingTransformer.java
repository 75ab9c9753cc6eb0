package dev.morestack.agent;

import dev.morestack.transformer.JdkHook;
import dev.morestack.transformer.MethodSelection;
import dev.morestack.transformer.RegionApi;
import dev.morestack.transformer.RegionWeaver;
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

    private final ClassSelection selection;
    private final MethodSelection entries;
    private final BigStackRules regions;
    private final WrappedNatives wrapped = new WrappedNatives();
    private final Tally tally;
    private final File dumpFolder;
    private final boolean debug;
    private final Set<String> hooked = ConcurrentHashMap.newKeySet();

    WeavingTransformer(Options options, Tally tally) {
        this.selection = options.selection();
        this.entries = options.entries();
        this.regions = options.regions();
        this.tally = tally;
        this.dumpFolder = options.dumpFolder();
        this.debug = options.debug();
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
            return changed;
        }
        if (className.equals(RegionApi.CLASS)) {
            return RegionApi.apply(classFile);
        }
        String binaryName = className.replace('/', '.');
        boolean isChecked = selection.contains(loader, module, binaryName);
        if (!isChecked && !selection.mayHaveRegions(loader, module, binaryName, regions)) {
            return null;
        }
        byte[] withRegions = weaveRegions(loader, className, redefined, classFile);
        if (!isChecked) {
            return withRegions;
        }
        Woven woven = Weaver.weave(withRegions == null ? classFile : withRegions, entries);
        tally.add(woven);
        return woven.bytes() == null ? withRegions : woven.bytes();
    }

    /** A class that cannot be read gets no region; the weaver of checks says so. */
    private byte[] weaveRegions(
            ClassLoader loader, String className, Class<?> redefined, byte[] classFile) {
        try {
            boolean wraps = redefined == null || wrapped.contains(loader, className);
            byte[] woven = RegionWeaver.weave(classFile, regions, wraps);
            if (woven != null && redefined == null) {
                wrapped.add(loader, className);
            }
            return woven;
        } catch (RuntimeException e) {
            if (debug) {
                Messages.say("class " + className + " got no regions: " + e);
            }
            return null;
        }
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
