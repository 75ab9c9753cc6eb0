package dev.morestack.runtime;

/** How the agent brings the runtime to life. */
public final class Installation {

    private static boolean debug;

    private Installation() {}

    /**
     * Fixes the settings, proves on this JVM that spills work and lets threads have roots.
     *
     * @param profiling what is to be measured
     * @param callerWriter writes the classes that call methods of the program
     * @param debugging whether to print what goes wrong later
     * @throws IllegalStateException when spills do not work here; nothing has been changed then
     */
    public static void install(
            Settings settings, Profiling profiling, CallerWriter callerWriter, boolean debugging)
            throws InterruptedException {
        debug = debugging;
        Settings.install(settings);
        Profiling.install(profiling);
        Callers.writeBy(callerWriter);
        try {
            Root.runBy(Callers.ofContinuation());
        } catch (Exception | LinkageError e) {
            log("stack traces will show Continuation.run: ", e);
        }
        SelfTest.prove();
        Profile.begin();
        Roots.open();
    }

    /** Prints, when debugging, what went wrong without harm to the program. */
    static void log(String what, Throwable cause) {
        if (debug) {
            System.err.println("morestack: ".concat(what).concat(String.valueOf(cause)));
        }
    }
}
