package dev.morestack.agent;

import dev.morestack.runtime.Installation;

/**
 * The bounds of the pool of big carriers.
 *
 * @param most how many there may be at a time
 * @param bytes most bytes of all their stacks together; address space, of which pages are taken as
 *     they are touched
 * @param waits whether a region waits for a carrier to become free; else it fails at once
 */
record CarrierBounds(int most, long bytes, boolean waits) {

    static final int DEFAULT_MOST = Installation.CARRIERS;
    static final long DEFAULT_BYTES = Installation.CARRIER_BYTES;

    /** Tells whether these are the runtime's own. */
    boolean areDefault() {
        return most == DEFAULT_MOST && bytes == DEFAULT_BYTES && waits;
    }
}
