package dev.morestack.runtime;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The sites that have been seen, in a table that does not grow; one site stands for the rest. */
final class Sites {

    private static final int SLOTS = 1024;
    private static final int TRIES = 32;

    private static final AtomicReferenceArray<Site> TABLE = new AtomicReferenceArray<>(SLOTS);

    private static volatile Site others = newOthers();

    private Sites() {}

    static Site of(String method, String[] cycle) {
        int start = 31 * Arrays.hashCode(cycle) + method.hashCode();
        start ^= start >>> 15;
        Site made = null;
        for (int i = start; i < start + TRIES; i++) {
            int slot = i & (SLOTS - 1);
            Site site = TABLE.get(slot);
            if (site == null) {
                made = made == null ? new Site(method, cycle) : made;
                if (TABLE.compareAndSet(slot, null, made)) {
                    return made;
                }
                site = TABLE.get(slot);
            }
            if (site != null && site.is(method, cycle)) {
                return site;
            }
        }
        return others;
    }

    /** Returns the sites there are, those that share one record as the last. */
    static Site[] all() {
        Site[] found = new Site[SLOTS + 1];
        int count = 0;
        for (int i = 0; i < SLOTS; i++) {
            Site site = TABLE.get(i);
            if (site != null && site.samples() > 0) {
                found[count++] = site;
            }
        }
        if (others.samples() > 0) {
            found[count++] = others;
        }
        return Arrays.copyOf(found, count);
    }

    static void reset() {
        for (int i = 0; i < SLOTS; i++) {
            TABLE.set(i, null);
        }
        others = newOthers();
    }

    private static Site newOthers() {
        return new Site("(other sites)", new String[0]);
    }
}
