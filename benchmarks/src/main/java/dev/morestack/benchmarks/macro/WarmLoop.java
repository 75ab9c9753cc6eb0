package dev.morestack.benchmarks.macro;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Runs a program again and again until it is warm, and then for a while with a clock. Prints the
 * median of the rounds' time and the mean of their processor time, and what the program returns.
 * Arguments: a program, ms of warm-up, ms of measurement.
 */
public final class WarmLoop {

    private WarmLoop() {}

    public static void main(String[] arguments) throws Exception {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Workload workload = MacroProgram.valueOf(arguments[0]).make();
        try {
            long result = workload.run();
            List<Long> unused = repeat(workload, result, Integer.parseInt(arguments[1]));
            // Counted in ticks by some systems, so over all runs and not for each.
            long before = system.getProcessCpuTime();
            List<Long> nanos = repeat(workload, result, Integer.parseInt(arguments[2]));
            long used = system.getProcessCpuTime() - before;
            Collections.sort(nanos);
            System.out.println("wall " + nanos.get(nanos.size() / 2));
            System.out.println("cpu " + used / nanos.size());
            System.out.println("result " + result);
        } finally {
            workload.close();
        }
    }

    /** Runs for a while, once at least, and returns how long each run took. */
    private static List<Long> repeat(Workload workload, long result, int millis) throws Exception {
        List<Long> nanos = new ArrayList<>();
        long end = System.nanoTime() + millis * 1_000_000L;
        while (System.nanoTime() < end || nanos.isEmpty()) {
            long start = System.nanoTime();
            if (workload.run() != result) {
                throw new IllegalStateException("not the same result each time");
            }
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }
}
