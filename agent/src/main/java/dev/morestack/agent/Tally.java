package dev.morestack.agent;

import dev.morestack.transformer.Elision;
import dev.morestack.transformer.LeftOut;
import dev.morestack.transformer.Woven;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;

/** Counts what weaving has come to. */
final class Tally implements Supplier<Map<String, Object>> {

    private final AtomicLong classesWoven = new AtomicLong();
    private final AtomicLong checks = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong notRetransformed = new AtomicLong();
    private final AtomicLongArray elided = new AtomicLongArray(Elision.values().length);
    private final AtomicLongArray leftOut = new AtomicLongArray(LeftOut.values().length);

    void add(Woven woven) {
        if (woven.bytes() != null) {
            classesWoven.getAndIncrement();
            checks.getAndAdd(woven.checks());
        }
        Elision[] elisions = Elision.values();
        for (int i = 0; i < elisions.length; i++) {
            elided.getAndAdd(i, woven.elided(elisions[i]));
        }
        LeftOut[] reasons = LeftOut.values();
        for (int i = 0; i < reasons.length; i++) {
            leftOut.getAndAdd(i, woven.leftOut(reasons[i]));
        }
    }

    void addFailure() {
        failures.getAndIncrement();
    }

    void addNotRetransformed() {
        notRetransformed.getAndIncrement();
    }

    /** Returns how many loaded classes stayed as they were. */
    long notRetransformed() {
        return notRetransformed.get();
    }

    /** Returns each count with its name, in order. */
    @Override
    public Map<String, Object> get() {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("classes woven", classesWoven.get());
        counts.put("methods with a check", checks.get());
        for (Elision reason : Elision.values()) {
            counts.put("methods without, " + reason.label(), elided.get(reason.ordinal()));
        }
        for (LeftOut reason : LeftOut.values()) {
            counts.put("left out, " + reason.label(), leftOut.get(reason.ordinal()));
        }
        counts.put("left out, failed", failures.get());
        counts.put("loaded classes not retransformed", notRetransformed.get());
        return counts;
    }
}
