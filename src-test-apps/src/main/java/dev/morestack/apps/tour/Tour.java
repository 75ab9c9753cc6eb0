package dev.morestack.apps.tour;

import dev.morestack.apps.blocking.Blocking;
import dev.morestack.apps.context.Carried;
import dev.morestack.apps.exceptions.Unwinding;
import dev.morestack.apps.heap.Collected;
import dev.morestack.apps.monitors.ManyMonitors;
import dev.morestack.apps.monitors.Reentered;
import dev.morestack.apps.overflow.Runaway;
import dev.morestack.apps.recursion.Recursion;
import java.util.Arrays;

/**
 * Runs the other apps one after the other. Arguments: how many frames in a row hold monitors, a
 * starter, the depth of all others, their shapes.
 *
 * <p>When those with monitors are fewer, a recursion through monitors without an end comes first:
 * what follows runs where that has overflowed.
 */
public final class Tour {

    private Tour() {}

    public static void main(String[] args) throws Exception {
        String starter = args[1];
        String[] most = {starter, args[2]};
        String[] guarded = {starter, args[0]};
        if (!args[0].equals(args[2])) {
            Runaway.main(new String[] {starter, "2", "synchronized"});
        }
        Recursion.main(new String[] {starter, args[0], "SYNCHRONIZED"});
        Recursion.main(Arrays.copyOfRange(args, 1, args.length));
        Unwinding.main(most);
        Carried.main(most);
        Collected.main(most);
        Reentered.main(guarded);
        ManyMonitors.main(guarded);
        Blocking.main(most);
    }
}
