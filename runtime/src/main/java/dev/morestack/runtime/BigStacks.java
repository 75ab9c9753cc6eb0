package dev.morestack.runtime;

import jdk.internal.vm.annotation.Hidden;

/**
 * Lets a root grow on a big carrier: it moves there once, and goes on at native speed up to the
 * carrier's end. When it has been shallow for a while, it moves home.
 */
final class BigStacks {

    /** How long a shallow thread stays: it may go deep again at once. */
    private static final long STAY_NANOS = 10_000_000;

    private BigStacks() {}

    /**
     * Moves the calling thread's root to a big carrier, where one is free at once.
     *
     * @param bytes the least stack; the limit, if that is less
     * @return whether it has moved
     */
    @Hidden
    static boolean moveTo(Root root, long bytes) {
        if (root.destination() != null
                || Thread.currentThread().isVirtual()
                || Probe.isDebugged()
                || !root.mayMove()) {
            return false;
        }
        Carrier carrier = Carriers.tryTake(Math.min(bytes, SlowPath.SETTINGS.limit()));
        if (carrier == null) {
            root.meter.spills.growth.missed();
            return false;
        }
        carrier.grows = true;
        if (!carrier.mayHost() || !Move.to(root, carrier)) {
            Carriers.giveBack(carrier);
            root.meter.spills.growth.missed();
            return false;
        }
        root.room.forget();
        return true;
    }

    /**
     * Moves the calling thread's root home if it has grown elsewhere and is shallow.
     *
     * @return whether it has moved
     */
    @Hidden
    static boolean leave() {
        return JavaLang.ACCESS.getContinuation(JavaLang.ACCESS.currentCarrierThread())
                        instanceof Root root
                && root.meter.isContiguous()
                && !root.isHeld()
                && root.meter.spills.isShallow(root, root.used(), 0)
                && goHome(root);
    }

    @Hidden
    private static boolean goHome(Root root) {
        root.room.forget();
        return Move.to(root, null);
    }

    /** Measures a root that has moved here, and returns what to grant. */
    @Hidden
    static int measured(Root root, long used) {
        StackMeter meter = root.meter;
        meter.spills.admitThere(root, used, meter.usable());
        if (!root.isHeld() && meter.spills.isShallow(root, used, STAY_NANOS) && goHome(root)) {
            // At home nothing has been measured yet.
            return 0;
        }
        return meter.grantThere(used);
    }
}
