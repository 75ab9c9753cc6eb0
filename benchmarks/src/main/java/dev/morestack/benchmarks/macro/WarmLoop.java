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

    private static final int ROUNDS_AT_LEAST = 3;

    private WarmLoop() {}

    public static void main(String[] arguments) throws Exception {
        Workload workload = MacroProgram.valueOf(arguments[0]).make();
        try {
            long result = workload.run();
            repeat(workload, result, Integer.parseInt(arguments[1]));
            repeat(workload, result, Integer.parseInt(arguments[2]), "wall", "cpu");
            System.out.println("result " + result);
        } finally {
            workload.close();
        }
    }

    private static void repeat(Workload workload, long result, int millis, String... names)
            throws Exception {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        List<Long> wall = new ArrayList<>();
        // Counted in ticks of 10 ms by the system, so over all rounds and not for each.
        long used = system.getProcessCpuTime();
        long end = System.nanoTime() + millis * 1_000_000L;
        while (System.nanoTime() < end || wall.size() < ROUNDS_AT_LEAST) {
            long start = System.nanoTime();
            if (workload.run() != result) {
                throw new IllegalStateException("not the same result each time");
            }
            wall.add(System.nanoTime() - start);
        }
        if (names.length == 2) {
            Collections.sort(wall);
            System.out.println(names[0] + " " + wall.get(wall.size() / 2));
            long cpu = (system.getProcessCpuTime() - used) / wall.size();
            System.out.println(names[1] + " " + cpu);
        }
    }
}
