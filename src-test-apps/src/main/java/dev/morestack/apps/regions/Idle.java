package dev.morestack.apps.regions;

import dev.morestack.Region;
import dev.morestack.apps.Result;

/** Needs a big carrier, then none for a while, then one again. */
public final class Idle {

    private Idle() {}

    public static void main(String[] args) throws Exception {
        Region.run(4 << 20, () -> {});
        Result.print("during", carriers());
        for (int i = 0; i < 600 && carriers() > 0; i++) {
            Thread.sleep(100);
        }
        Result.print("afterwards", carriers());
        Result.print("again", Region.call(4 << 20, () -> "called"));
    }

    private static long carriers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("morestack-carrier"))
                .count();
    }
}
