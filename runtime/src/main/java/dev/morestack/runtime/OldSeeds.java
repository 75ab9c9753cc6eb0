package dev.morestack.runtime;

import jdk.internal.vm.ThreadContainer;
import jdk.internal.vm.ThreadContainers;

/**
 * Removes what {@code ThreadLocalRandom} has left in the accounts of threads that were running
 * before an attach: a random number, up to 2 GiB, would let them overflow long before they measure.
 */
public final class OldSeeds {

    /** The slow path is at work behind an account that is a little less than {@code HELD}. */
    private static final int CHARGED_MEANWHILE = 1 << 20;

    private OldSeeds() {}

    /** Lets all threads measure at their next check; to be called when no new seed can be left. */
    public static void remove() {
        removeIn(ThreadContainers.root());
    }

    private static void removeIn(ThreadContainer container) {
        Object[] threads = container.threads().toArray();
        for (int i = 0; i < threads.length; i++) {
            remove((Thread) threads[i]);
        }
        Object[] children = container.children().toArray();
        for (int i = 0; i < children.length; i++) {
            removeIn((ThreadContainer) children[i]);
        }
    }

    private static void remove(Thread thread) {
        int left = Morestack.account(thread);
        boolean isHeld = left <= SlowPath.HELD && left > SlowPath.HELD - CHARGED_MEANWHILE;
        if (left > SlowPath.MOST_GRANTED && !isHeld) {
            Morestack.setAccount(thread, 0);
        }
    }
}
