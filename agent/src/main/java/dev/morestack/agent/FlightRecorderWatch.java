package dev.morestack.agent;

import dev.morestack.agent.report.FlightRecorderEvents;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/**
 * Waits until the program uses JDK Flight Recorder. Programs that never do pay nothing for its
 * events: loading its classes takes longer than all else that the agent does at start.
 */
final class FlightRecorderWatch implements ClassFileTransformer, Runnable {

    private static final String RECORDER = "jdk/jfr/FlightRecorder";

    private final Instrumentation instrumentation;
    private boolean seen;

    private FlightRecorderWatch(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    static void begin(Instrumentation instrumentation) {
        FlightRecorderWatch watch = new FlightRecorderWatch(instrumentation);
        instrumentation.addTransformer(watch);
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (loaded.getName().equals("jdk.jfr.FlightRecorder")) {
                watch.see();
            }
        }
    }

    @Override
    public byte[] transform(
            ClassLoader loader,
            String className,
            Class<?> redefined,
            ProtectionDomain domain,
            byte[] classFile) {
        if (loader == null && RECORDER.equals(className)) {
            see();
        }
        return null;
    }

    /** On a thread of its own: the class is still being loaded. */
    private synchronized void see() {
        if (!seen) {
            seen = true;
            Thread thread = new Thread(null, this, "morestack-flight-recorder", 0, false);
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void run() {
        instrumentation.removeTransformer(this);
        try {
            FlightRecorderEvents.register();
        } catch (RuntimeException | LinkageError e) {
            Messages.say("there will be no events in flight recordings: " + e);
        }
    }
}
