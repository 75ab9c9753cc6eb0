package dev.morestack.apps.recursion;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.stream.IntStream;

/** A kind of thread on which a task can run; {@link #run} returns when it has. */
public enum Starter {
    MAIN {
        @Override
        public void run(Runnable task) {
            task.run();
        }
    },
    RUNNABLE {
        @Override
        public void run(Runnable task) throws InterruptedException {
            join(new Thread(task, "runnable"));
        }
    },
    SUBCLASS {
        @Override
        public void run(Runnable task) throws InterruptedException {
            join(new TaskThread(task));
        }
    },
    /** A subclass that leaves it to {@code Thread.run()} to run the task. */
    SUPER_RUN {
        @Override
        public void run(Runnable task) throws InterruptedException {
            join(new SuperRunThread(task));
        }
    },
    VIRTUAL {
        @Override
        public void run(Runnable task) throws InterruptedException {
            join(Thread.ofVirtual().name("virtual").unstarted(task));
        }
    },
    EXECUTOR {
        @Override
        public void run(Runnable task) throws Exception {
            inPool(Executors.newFixedThreadPool(1), task);
        }
    },
    SCHEDULED_EXECUTOR {
        @Override
        public void run(Runnable task) throws Exception {
            inPool(Executors.newScheduledThreadPool(1), task);
        }
    },
    VIRTUAL_EXECUTOR {
        @Override
        public void run(Runnable task) throws Exception {
            inPool(Executors.newVirtualThreadPerTaskExecutor(), task);
        }
    },
    FORK_JOIN {
        @Override
        public void run(Runnable task) throws Exception {
            inPool(new ForkJoinPool(1), task);
        }
    },
    RECURSIVE_ACTION {
        @Override
        public void run(Runnable task) {
            try (ForkJoinPool pool = new ForkJoinPool(2)) {
                pool.invoke(new Action(task));
            }
        }
    },
    COMPLETABLE_FUTURE {
        @Override
        public void run(Runnable task) throws Exception {
            CompletableFuture.runAsync(task).get();
        }
    },
    PARALLEL_STREAM {
        @Override
        public void run(Runnable task) {
            IntStream.range(0, 8).parallel().filter(i -> i == 5).forEach(i -> task.run());
        }
    },
    TIMER {
        @Override
        public void run(Runnable task) throws InterruptedException {
            CountDownLatch done = new CountDownLatch(1);
            Timer timer = new Timer("timer", true);
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            task.run();
                            done.countDown();
                        }
                    },
                    1);
            done.await();
            timer.cancel();
        }
    };

    /** Runs the task on a thread of this kind and waits for its end. */
    public abstract void run(Runnable task) throws Exception;

    private static void join(Thread thread) throws InterruptedException {
        thread.start();
        thread.join();
    }

    private static void inPool(ExecutorService pool, Runnable task) throws Exception {
        try (pool) {
            Callable<Boolean> call = Executors.callable(task, true);
            pool.submit(call).get();
        }
    }

    private static final class TaskThread extends Thread {
        private final Runnable task;

        TaskThread(Runnable task) {
            super("subclass");
            this.task = task;
        }

        @Override
        public void run() {
            task.run();
        }
    }

    private static final class SuperRunThread extends Thread {
        SuperRunThread(Runnable task) {
            super(task, "super-run");
        }

        @Override
        public void run() {
            super.run();
        }
    }

    private static final class Action extends RecursiveAction {
        private static final long serialVersionUID = 1L;

        private final transient Runnable task;

        Action(Runnable task) {
            this.task = task;
        }

        @Override
        protected void compute() {
            invokeAll(new Leaf(), new Leaf());
            task.run();
        }
    }

    private static final class Leaf extends RecursiveAction {
        private static final long serialVersionUID = 1L;

        @Override
        protected void compute() {}
    }
}
