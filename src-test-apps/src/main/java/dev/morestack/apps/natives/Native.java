package dev.morestack.apps.natives;

/** The native methods of the tests' C library, whose path is the system property native. */
@SuppressWarnings("restricted")
final class Native {

    static {
        System.load(System.getProperty("native"));
    }

    private Native() {}

    /** Starts a native thread, attaches it, lets it call {@code Attached.entry} and waits. */
    static native long callOnNewThread(int depth, boolean asDaemon);

    /** Calls {@code Bounce.entry} from native code. */
    static native long bounce(Bounce receiver, int levels, int depth);

    /** Calls {@code Pinned.descend}, of which the agent knows nothing. */
    static native long pin(int depth);
}
