package dev.morestack.apps.heap;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets the collector run at the bottom: what frames hold must stay, and keep its identity; what
 * nothing holds must go. Arguments: a {@link Starter}, the depth.
 */
public final class Collected {

    private final List<WeakReference<Object>> heldByFrames;

    private final int depth;

    private Collected(int depth) {
        this.depth = depth;
        heldByFrames = new ArrayList<>(depth);
    }

    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[1]);
        Starter.valueOf(args[0]).run(() -> new Collected(depth).start());
    }

    private void start() {
        Result.print("changed", descend(0));
    }

    private int descend(int n) {
        if (n == depth) {
            collect();
            return 0;
        }
        Object held = new Object();
        int hash = System.identityHashCode(held);
        heldByFrames.add(new WeakReference<>(held));
        int changed = descend(n + 1);
        boolean same = System.identityHashCode(held) == hash && heldByFrames.get(n).refersTo(held);
        return changed + (same ? 0 : 1);
    }

    private void collect() {
        WeakReference<Object> garbage = new WeakReference<>(new Object());
        for (int i = 0; i < 4 && garbage.get() != null; i++) {
            System.gc();
        }
        int lost = 0;
        for (WeakReference<Object> reference : heldByFrames) {
            lost += reference.refersTo(null) ? 1 : 0;
        }
        Result.print("lost", lost);
        Result.print("garbage-collected", garbage.get() == null);
    }
}
