package dev.morestack.apps.tour;

import dev.morestack.apps.blocking.Blocking;
import dev.morestack.apps.context.Carried;
import dev.morestack.apps.exceptions.Unwinding;
import dev.morestack.apps.heap.Collected;
import dev.morestack.apps.monitors.ManyMonitors;
import dev.morestack.apps.monitors.Reentered;
import dev.morestack.apps.recursion.Recursion;

/** Runs the other apps one after the other. Arguments: a starter, the depth, shapes. */
public final class Tour {

    private Tour() {}

    public static void main(String[] args) throws Exception {
        Recursion.main(args);
        String[] most = {args[0], args[1]};
        Unwinding.main(most);
        Carried.main(most);
        Collected.main(most);
        Reentered.main(most);
        ManyMonitors.main(most);
        Blocking.main(most);
    }
}
