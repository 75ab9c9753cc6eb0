package dev.morestack.fuzz;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/** The thread that a program runs on. */
enum Host {
    /** A thread whose stack holds all that a program can ask for; the reference. */
    HUGE {
        @Override
        void run(Runnable program) throws InterruptedException {
            Thread thread = new Thread(null, program, "huge", 1L << 30);
            thread.start();
            thread.join();
        }
    },
    /** The thread that the JVM started main on. */
    MAIN {
        @Override
        void run(Runnable program) {
            program.run();
        }
    },
    RUNNABLE {
        @Override
        void run(Runnable program) throws InterruptedException {
            Thread thread = new Thread(program, "runnable");
            thread.start();
            thread.join();
        }
    },
    SUBCLASS {
        @Override
        void run(Runnable program) throws InterruptedException {
            Thread thread =
                    new Thread("subclass") {
                        @Override
                        public void run() {
                            program.run();
                        }
                    };
            thread.start();
            thread.join();
        }
    },
    EXECUTOR {
        @Override
        void run(Runnable program) throws Exception {
            try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
                executor.submit(program).get();
            }
        }
    },
    FORK_JOIN {
        @Override
        void run(Runnable program) throws Exception {
            try (ForkJoinPool pool = new ForkJoinPool(1)) {
                pool.submit(program).get();
            }
        }
    },
    VIRTUAL {
        @Override
        void run(Runnable program) throws InterruptedException {
            Thread.ofVirtual().start(program).join();
        }
    };

    /** Runs the program and returns when it has ended. */
    abstract void run(Runnable program) throws Exception;

    /** The ordinary hosts in turn, so that neighbouring seeds have different ones. */
    static Host ordinary(long seed) {
        return values()[1 + (int) Math.floorMod(seed, values().length - 1L)];
    }
}
