package dev.morestack.runtime;

/** A region that somebody watches, from where it asks for a carrier until it ends. */
final class RegionWatch {

    private final SpillObserver observer;
    private final Object begun;
    private final long bytes;

    private RegionWatch(SpillObserver observer, long bytes) {
        this.observer = observer;
        this.bytes = bytes;
        begun = observer.regionBegins();
    }

    /**
     * Begins to watch a region that asks for so many bytes.
     *
     * @return null when nobody watches
     */
    static RegionWatch begin(long bytes) {
        SpillObserver observer = Spills.observer();
        return observer == null ? null : new RegionWatch(observer, bytes);
    }

    /**
     * Tells that the region has ended, or has to do with the stack that is there.
     *
     * @param watch may be null
     * @param carrierBytes the stack of the big carrier it had, 0 when it had none
     */
    static void end(RegionWatch watch, long carrierBytes) {
        if (watch != null) {
            watch.observer.regionEnded(watch.begun, watch.bytes, carrierBytes);
        }
    }
}
