package dev.morestack.fuzz;

/** The call that a generated static initialiser is to make. */
public final class Pending {
    static final ThreadLocal<Runnable> CALL = new ThreadLocal<>();

    private Pending() {}

    /** What every generated static initialiser calls. */
    public static void run() {
        Runnable call = CALL.get();
        CALL.remove();
        call.run();
    }
}
