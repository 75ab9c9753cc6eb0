package dev.morestack.apps.callbacks;

import dev.morestack.apps.Result;
import java.lang.ref.Cleaner;
import java.lang.reflect.Proxy;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** Recurses where the JDK calls back. Arguments: the depth, the name of a constant. */
public enum Callback {
    SHUTDOWN_HOOK {
        @Override
        void call(Runnable task) {
            Runtime.getRuntime().addShutdownHook(new Thread(task, "hook"));
        }
    },
    CLEANER {
        @Override
        void call(Runnable task) throws InterruptedException {
            CountDownLatch done = new CountDownLatch(1);
            Cleaner.create()
                    .register(
                            new Object(),
                            () -> {
                                task.run();
                                done.countDown();
                            });
            while (done.getCount() > 0) {
                System.gc();
                Thread.sleep(20);
            }
        }
    },
    HANDLER_OF_THE_THREAD {
        @Override
        void call(Runnable task) throws InterruptedException {
            Thread thread = new Thread(Callback::fail);
            thread.setUncaughtExceptionHandler((t, e) -> handle(thread, t, e, task));
            thread.start();
            thread.join();
        }
    },
    DEFAULT_HANDLER {
        @Override
        void call(Runnable task) throws InterruptedException {
            Thread thread = new Thread(Callback::fail);
            Thread.setDefaultUncaughtExceptionHandler((t, e) -> handle(thread, t, e, task));
            thread.start();
            thread.join();
        }
    },
    HANDLER_OF_A_VIRTUAL_THREAD {
        @Override
        void call(Runnable task) throws InterruptedException {
            Thread thread = Thread.ofVirtual().unstarted(Callback::fail);
            thread.setUncaughtExceptionHandler((t, e) -> handle(thread, t, e, task));
            thread.start();
            thread.join();
        }
    },
    TIMER {
        @Override
        void call(Runnable task) throws InterruptedException {
            CountDownLatch done = new CountDownLatch(2);
            Timer timer = new Timer(true);
            // Twice on one thread.
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            if (done.getCount() == 1) {
                                task.run();
                                cancel();
                            }
                            done.countDown();
                        }
                    },
                    1,
                    1);
            done.await();
        }
    },
    SIGNAL_HANDLER {
        @Override
        void call(Runnable task) throws InterruptedException {
            CountDownLatch done = new CountDownLatch(1);
            Runnable whole =
                    () -> {
                        task.run();
                        done.countDown();
                    };
            try {
                raise(whole);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
            done.await();
        }
    },
    COMMON_POOL {
        @Override
        void call(Runnable task) throws InterruptedException {
            CountDownLatch done = new CountDownLatch(1);
            // Not joined, for the thread that joins may run the task itself.
            ForkJoinPool.commonPool()
                    .execute(
                            () -> {
                                task.run();
                                done.countDown();
                            });
            done.await();
        }
    },
    PARALLEL_STREAM {
        @Override
        void call(Runnable task) {
            Thread caller = Thread.currentThread();
            CountDownLatch elsewhere = new CountDownLatch(1);
            IntStream.range(0, 2)
                    .parallel()
                    .forEach(
                            i -> {
                                if (Thread.currentThread() == caller) {
                                    awaitQuietly(elsewhere);
                                } else if (elsewhere.getCount() > 0) {
                                    task.run();
                                    elsewhere.countDown();
                                }
                            });
        }
    },
    COMPLETABLE_FUTURE {
        @Override
        void call(Runnable task) {
            CompletableFuture.runAsync(() -> {}).thenRunAsync(task).join();
        }
    };

    abstract void call(Runnable task) throws InterruptedException;

    public static void main(String[] args) throws InterruptedException {
        int depth = Integer.parseInt(args[0]);
        Callback.valueOf(args[1]).call(() -> recurse(depth));
    }

    private static void recurse(int depth) {
        Result.print("sum", sum(depth));
        Result.print("thread", Thread.currentThread().getName().replaceAll("[0-9]+", "N"));
    }

    private static long sum(int n) {
        return n == 0 ? 0 : n + sum(n - 1);
    }

    private static void fail() {
        throw new IllegalStateException("on purpose");
    }

    private static void handle(Thread expected, Thread actual, Throwable e, Runnable task) {
        Result.print("handled", e.getMessage());
        Result.print("same-thread", expected == actual && actual == Thread.currentThread());
        task.run();
    }

    /** By reflection: the compiler warns of sun.misc, and nothing can tell it not to. */
    private static void raise(Runnable task) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        Object signal = type.getConstructor(String.class).newInstance("USR2");
        Object handler =
                Proxy.newProxyInstance(
                        handlerType.getClassLoader(),
                        new Class<?>[] {handlerType},
                        (proxy, method, args) -> {
                            task.run();
                            return null;
                        });
        type.getMethod("handle", type, handlerType).invoke(null, signal, handler);
        type.getMethod("raise", type).invoke(null, signal);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
