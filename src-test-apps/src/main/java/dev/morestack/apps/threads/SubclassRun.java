package dev.morestack.apps.threads;

import dev.morestack.apps.Result;

/**
 * A thread whose {@code run()} calls itself, started in each of the ways there are. Arguments: the
 * depth.
 */
public final class SubclassRun extends Thread {

    private final int depth;
    private int frames;
    private int starts;
    private Thread ranOn;

    private SubclassRun(int depth) {
        this.depth = depth;
    }

    public static void main(String[] args) throws InterruptedException {
        int depth = Integer.parseInt(args[0]);

        SubclassRun started = new SubclassRun(depth);
        started.start();
        started.join();
        print("started", started, started);

        SubclassRun called = new SubclassRun(depth);
        called.run();
        print("called", called, Thread.currentThread());

        SubclassRun task = new SubclassRun(depth);
        Thread runner = new Thread(task);
        runner.start();
        runner.join();
        print("task", task, runner);
    }

    private static void print(String how, SubclassRun run, Thread expected) {
        Result.print(how + "-frames", run.frames);
        Result.print(how + "-starts", run.starts);
        Result.print(how + "-own-thread", run.ranOn == expected);
    }

    @Override
    public void run() {
        if (frames == 0) {
            starts++;
            ranOn = Thread.currentThread();
        }
        frames++;
        if (frames <= depth) {
            run();
        }
    }
}
