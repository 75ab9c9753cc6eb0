package dev.morestack.fuzz;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Does the damage of a {@link Sabotage} while a program runs. */
public final class Saboteur {
    private static final long PERIOD = 1_000;
    private static final StackWalker WALKER =
            StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final AtomicLong CALLS = new AtomicLong();

    private Saboteur() {}

    private static boolean due() {
        return CALLS.incrementAndGet() % PERIOD == 0;
    }

    public static long clobber(long argument) {
        return due() ? argument + 1 : argument;
    }

    public static void repeat(long argument) throws Throwable {
        if (due()) {
            MethodType type = MethodType.methodType(long.class, long.class);
            MethodHandles.publicLookup()
                    .findStatic(WALKER.getCallerClass(), "gate", type)
                    .invoke(argument);
        }
    }

    public static void ended(Trace trace, int method, long position) {
        if (!due()) {
            trace.ended(method, position);
        }
    }

    public static void late() throws ReflectiveOperationException {
        if (due()) {
            Error error =
                    Class.forName("dev.morestack.StackLimitError")
                            .asSubclass(Error.class)
                            .getConstructor(String.class, long.class, long.class)
                            .newInstance("late", 0, 0);
            error.setStackTrace(
                    Arrays.stream(error.getStackTrace())
                            .dropWhile(f -> !f.getClassName().startsWith("fuzzed."))
                            .toArray(StackTraceElement[]::new));
            throw error;
        }
    }

    public static void hang() throws InterruptedException {
        if (due()) {
            new CountDownLatch(1).await();
        }
    }

    /** Writes to address 0, by reflection, for the class is no longer to be named in sources. */
    public static void crash() throws ReflectiveOperationException {
        if (due()) {
            Class<?> unsafe = Class.forName("sun.misc.Unsafe");
            Field instance = unsafe.getDeclaredField("theUnsafe");
            instance.setAccessible(true);
            unsafe.getMethod("putAddress", long.class, long.class).invoke(instance.get(null), 0, 0);
        }
    }
}
