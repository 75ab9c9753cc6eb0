package dev.morestack.benchmarks.depth;

import dev.morestack.benchmarks.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lets all contenders descend to one depth after the other, in turn, and prints ns per frame, down
 * and up. Arguments: the rounds that are measured, then depths.
 */
public final class DepthRun {

    /** Frames of one measurement at least, in as many descents as it takes. */
    private static final int FRAMES = 1_000_000;

    private static final int WARM_UP_ROUNDS = 2;

    private final Map<Contender, ExecutorService> threads = new EnumMap<>(Contender.class);
    private final Map<Contender, Work> works = new EnumMap<>(Contender.class);
    private final int rounds;

    private DepthRun(int rounds) {
        this.rounds = rounds;
        for (Contender contender : Contender.values()) {
            threads.put(
                    contender,
                    Executors.newSingleThreadExecutor(
                            task ->
                                    new Thread(
                                            null, task, contender.name(), contender.stackSize())));
            works.put(contender, contender.work());
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        DepthRun run = new DepthRun(Integer.parseInt(arguments[0]));
        for (String depth : List.of(arguments).subList(1, arguments.length)) {
            run.measure(Integer.parseInt(depth));
        }
        // Not all threads end by themselves after an error in them.
        System.exit(0);
    }

    private void measure(int depth) throws InterruptedException {
        Map<Contender, List<Double>> costs = new EnumMap<>(Contender.class);
        Map<Contender, String> failures = new EnumMap<>(Contender.class);
        int warmUp = depth > FRAMES ? 1 : WARM_UP_ROUNDS;
        int measured = depth > FRAMES ? Math.min(rounds, 3) : rounds;
        for (int round = 0; round < warmUp + measured; round++) {
            for (Contender contender : Contender.values()) {
                if (failures.containsKey(contender)) {
                    continue;
                }
                try {
                    double nanos = nanos(contender, depth);
                    if (round >= warmUp) {
                        costs.computeIfAbsent(contender, any -> new ArrayList<>()).add(nanos);
                    }
                } catch (ExecutionException e) {
                    failures.put(contender, e.getCause().getClass().getSimpleName());
                }
            }
        }
        for (Contender contender : Contender.values()) {
            print(depth, contender, costs.get(contender), failures.get(contender));
        }
    }

    /** Returns ns per frame. What others left behind is collected before, and does not count. */
    private double nanos(Contender contender, int depth)
            throws InterruptedException, ExecutionException {
        System.gc();
        int descents = Math.max(1, FRAMES / depth);
        long frames = (long) descents * depth;
        Work work = works.get(contender);
        Callable<Long> task =
                () -> {
                    long start = System.nanoTime();
                    long made = 0;
                    for (int descent = 0; descent < descents; descent++) {
                        made += work.run(depth);
                    }
                    if (made != frames) {
                        throw new IllegalStateException(made + " frames");
                    }
                    return System.nanoTime() - start;
                };
        return (double) threads.get(contender).submit(task).get() / frames;
    }

    private static void print(int depth, Contender contender, List<Double> costs, String failure) {
        if (failure != null) {
            System.out.println("failed " + depth + " " + contender + " " + failure);
            return;
        }
        double[] sorted = costs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "depth %d %s %.3f %.3f %.3f%n",
                depth,
                contender,
                sorted[sorted.length / 2],
                sorted[0],
                Arrays.stream(sorted).max().orElseThrow());
    }
}
