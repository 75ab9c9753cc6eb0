package dev.morestack.apps.growth;

import dev.morestack.Region;
import dev.morestack.StackDecision;
import dev.morestack.StackDemand;
import dev.morestack.StackPolicy;
import dev.morestack.apps.Result;

/**
 * A policy of the program's own: waits once, lets stacks grow to some depth, and notes what it is
 * asked. Arguments of the program: none.
 */
public final class OwnPolicy implements StackPolicy {

    private static final long MOST = 4 << 20;

    private static int firsts;
    private static int steps;
    private static int regions;
    private static String site = "";
    private static boolean isSensible = true;
    private static boolean hasWaited;

    public static void main(String[] args) {
        Result.print("shallow", descend(100_000 / 5));
        try {
            Result.print("deep", descend(10_000_000));
        } catch (StackOverflowError e) {
            Result.print("refused", e.getClass().getSimpleName());
        }
        Region.run(8 << 20, () -> Result.print("region", descend(10)));
        Result.print("first", firsts > 0);
        Result.print("steps", steps > 0);
        Result.print("regions", regions);
        Result.print("site", site);
        Result.print("sensible", isSensible);
        Result.print("waited", hasWaited);
    }

    private static int descend(int frames) {
        return frames == 0 ? 0 : 1 + descend(frames - 1);
    }

    @Override
    public StackDecision decide(StackDemand demand) {
        isSensible &=
                demand.thread() == Thread.currentThread()
                        && demand.limit() > MOST
                        && demand.budget() >= demand.inUse()
                        && demand.isRegion() == demand.requested() > 0;
        if (demand.isRegion()) {
            regions++;
            return StackDecision.carrier(demand.requested());
        }
        isSensible &= demand.depth() > 0;
        if (!hasWaited) {
            hasWaited = true;
            site = demand.site().getMethodName();
            return StackDecision.await(5);
        }
        if (demand.isFirst()) {
            firsts++;
        } else {
            steps++;
        }
        return demand.depth() < MOST ? StackDecision.segments() : StackDecision.refuse();
    }
}
