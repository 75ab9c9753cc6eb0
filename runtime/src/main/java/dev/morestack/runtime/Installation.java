package dev.morestack.runtime;

import dev.morestack.StackPolicy;
import java.util.function.BooleanSupplier;

/** How the agent brings the runtime to life. */
public final class Installation {

    /** Most big carriers at a time, unless the agent says otherwise. */
    public static final int CARRIERS = 256;

    /** Most bytes of all their stacks. */
    public static final long CARRIER_BYTES = 64L << 30;

    private static BooleanSupplier virtualMoves;
    private static boolean debug;

    private Installation() {}

    /**
     * Fixes the settings, proves on this JVM that spills work and lets threads have roots.
     *
     * @param callerWriter writes the classes that call methods of the program
     * @param debugging whether to print what goes wrong later
     * @throws IllegalStateException when spills do not work here; nothing has been changed then
     */
    public static void install(Settings settings, CallerWriter callerWriter, boolean debugging)
            throws InterruptedException {
        debug = debugging;
        Settings.install(settings);
        Callers.writeBy(callerWriter);
        try {
            Root.runBy(Callers.ofContinuation());
        } catch (Exception | LinkageError e) {
            log("stack traces will show Continuation.run: ", e);
        }
        SelfTest.prove();
        Roots.open();
        CompilerDirective.add();
    }

    /**
     * Bounds the pool of big carriers.
     *
     * @param most how many there may be at a time
     * @param bytes most bytes of all their stacks
     * @param waits whether a region waits for one to become free; else it fails
     */
    public static void boundCarriers(int most, long bytes, boolean waits) {
        Carriers.bound(most, bytes, waits);
    }

    /**
     * Tells whether threads with large first stacks can spill.
     *
     * @throws InterruptedException when the thread is interrupted while it finds out
     */
    public static boolean canSpillFirstStacks() throws InterruptedException {
        return FirstStacks.canSpill();
    }

    /** Sets how the stacks of threads grow that have no policy of their own. */
    public static void growBy(StackPolicy policy) {
        Growth.standard(policy);
    }

    /** Sets what is to be asked before virtual threads move for the first time. */
    public static void prepareVirtualMoves(BooleanSupplier preparation) {
        virtualMoves = preparation;
    }

    /** Tells whether virtual threads may move, after what has to be done for it. */
    static boolean mayMoveVirtualThreads() {
        return virtualMoves != null && virtualMoves.getAsBoolean();
    }

    /** Tells whether the bounds allow a carrier for a region of so many bytes. */
    public static boolean allowsCarrier(long bytes) {
        return Carriers.allows(bytes);
    }

    /** Tells whether the system has the address space for such a carrier, by starting a thread. */
    public static boolean canReserve(long bytes) {
        try {
            new Thread(
                            null,
                            new Nothing(),
                            "morestack-reservation",
                            Carriers.stackFor(bytes),
                            false)
                    .start();
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    private static final class Nothing implements Runnable {
        @Override
        public void run() {}
    }

    /** Prints, when debugging, what went wrong without harm to the program. */
    static void log(String what, Throwable cause) {
        if (debug) {
            System.err.println("morestack: ".concat(what).concat(String.valueOf(cause)));
        }
    }
}
