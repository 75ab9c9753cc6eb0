package dev.morestack.agent;

/**
 * The bounds of the pool of big carriers.
 *
 * @param most how many there may be at a time
 * @param bytes most bytes of all their stacks together; address space, of which pages are taken as
 *     they are touched
 * @param waits whether a region waits for a carrier to become free; else it fails at once
 */
record CarrierBounds(int most, long bytes, boolean waits) {

    static final int DEFAULT_MOST = 256;
    static final long DEFAULT_BYTES = 64L << 30;
}
