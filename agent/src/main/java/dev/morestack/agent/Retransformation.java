package dev.morestack.agent;

import dev.morestack.transformer.JdkHook;
import dev.morestack.transformer.ProgramApi;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** Weaves the classes that were loaded before the agent. */
final class Retransformation {

    /** Each batch stops the program once; a class that fails takes its batch with it. */
    private static final int BATCH = 512;

    private final Instrumentation instrumentation;
    private final Tally tally;
    private final boolean debug;

    Retransformation(Instrumentation instrumentation, Tally tally, boolean debug) {
        this.instrumentation = instrumentation;
        this.tally = tally;
        this.debug = debug;
    }

    /** Retransforms those of the loaded classes that are to be woven or hooked. */
    void of(Class<?>[] all, ClassSelection selection, BigStackRules regions) {
        List<Class<?>> due = new ArrayList<>();
        for (Class<?> loaded : all) {
            if (isDue(loaded, selection, regions) && instrumentation.isModifiableClass(loaded)) {
                due.add(loaded);
            }
        }
        inBatches(due);
        // Their native methods are known now, and who calls these may have come before.
        if (regions.hasCalls()) {
            inBatches(due);
        }
    }

    private void inBatches(List<Class<?>> due) {
        for (int from = 0; from < due.size(); from += BATCH) {
            batch(due.subList(from, Math.min(due.size(), from + BATCH)));
        }
    }

    private static boolean isDue(Class<?> loaded, ClassSelection selection, BigStackRules regions) {
        if (loaded.isArray() || loaded.isPrimitive() || loaded.isHidden()) {
            return false;
        }
        ClassLoader loader = loaded.getClassLoader();
        String name = loaded.getName();
        return loader == null && JdkHook.isDue(name.replace('.', '/'))
                || ProgramApi.contains(name.replace('.', '/'))
                || selection.contains(loader, loaded.getModule(), name)
                || selection.mayHaveRegions(loader, loaded.getModule(), name, regions);
    }

    private void batch(List<Class<?>> classes) {
        try {
            instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
        } catch (Exception | LinkageError e) {
            for (Class<?> each : classes) {
                single(each);
            }
        }
    }

    private void single(Class<?> loaded) {
        try {
            instrumentation.retransformClasses(loaded);
        } catch (Exception | LinkageError e) {
            tally.addNotRetransformed();
            if (debug) {
                Messages.say("class " + loaded.getName() + " was not retransformed: " + e);
            }
        }
    }
}
