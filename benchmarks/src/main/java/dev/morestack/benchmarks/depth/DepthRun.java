package dev.morestack.benchmarks.depth;

import dev.morestack.benchmarks.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lets a contender descend to one depth after the other until it is warm, and prints ns per frame,
 * down and up: the median, the least and the most. Arguments: a contender, ms of the first warm-up
 * and of measurement, depths.
 */
public final class DepthRun {

    /** Frames of one round at least, in as many descents as it takes. */
    private static final int FRAMES = 1_000_000;

    /** Rounds at least, and more while there is time. */
    private static final int ROUNDS = 3;

    /** Of the first warm-up's time the share for each later depth. */
    private static final int LATER = 4;

    private final Work work;
    private final ExecutorService thread;

    private DepthRun(Contender contender) {
        work = contender.work();
        thread =
                Executors.newSingleThreadExecutor(
                        task -> new Thread(null, task, "descends", contender.stackSize()));
    }

    public static void main(String[] arguments) throws InterruptedException {
        DepthRun run = new DepthRun(Contender.valueOf(arguments[0]));
        // Compilers take a second and more until the slow path is as fast as it gets.
        int firstMillis = Integer.parseInt(arguments[1]);
        int warmUpMillis = firstMillis;
        int measureMillis = Integer.parseInt(arguments[2]);
        for (String argument : List.of(arguments).subList(3, arguments.length)) {
            int depth = Integer.parseInt(argument);
            try {
                run.costs(depth, warmUpMillis, 1);
                print(depth, run.costs(depth, measureMillis, ROUNDS));
            } catch (ExecutionException e) {
                String failure = e.getCause().getClass().getSimpleName();
                System.out.println("failed " + depth + " " + failure);
            }
            warmUpMillis = firstMillis / LATER;
        }
        // Not all threads end by themselves after an error in them.
        System.exit(0);
    }

    private List<Double> costs(int depth, int millis, int atLeast)
            throws InterruptedException, ExecutionException {
        List<Double> costs = new ArrayList<>();
        long end = System.nanoTime() + millis * 1_000_000L;
        while (costs.size() < atLeast || System.nanoTime() < end) {
            costs.add(nanos(depth));
        }
        return costs;
    }

    /** Returns ns per frame of a round. */
    private double nanos(int depth) throws InterruptedException, ExecutionException {
        int descents = Math.max(1, FRAMES / depth);
        long frames = (long) descents * depth;
        Callable<Long> task =
                () -> {
                    long start = System.nanoTime();
                    long made = 0;
                    for (int descent = 0; descent < descents; descent++) {
                        made += work.run(depth);
                    }
                    long nanos = System.nanoTime() - start;
                    if (made != frames) {
                        throw new IllegalStateException(made + " frames");
                    }
                    return nanos;
                };
        return (double) thread.submit(task).get() / frames;
    }

    private static void print(int depth, List<Double> costs) {
        Collections.sort(costs);
        System.out.printf(
                Locale.ROOT,
                "depth %d %.2f %.2f %.2f%n",
                depth,
                costs.get(costs.size() / 2),
                costs.get(0),
                costs.get(costs.size() - 1));
    }
}
