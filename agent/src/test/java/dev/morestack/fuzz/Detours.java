package dev.morestack.fuzz;

import dev.morestack.Morestack;
import dev.morestack.Region;
import dev.morestack.StackPolicies;
import dev.morestack.StackPolicy;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The ways from one generated method to another that lead through code of the JDK: each calls the
 * method once, with the argument, and returns or throws what it returned or threw.
 */
public final class Detours {
    private static final Pattern ANYTHING = Pattern.compile("x");

    private static final List<StackPolicy> POLICIES =
            List.of(StackPolicies.segments(), StackPolicies.adaptive(), StackPolicies.carrier());

    private Detours() {}

    /** The bootstrap method of generated call sites; the class is named, so that it loads late. */
    public static CallSite bootstrap(
            MethodHandles.Lookup lookup, String name, MethodType type, String className)
            throws ReflectiveOperationException {
        Class<?> owner = Class.forName(className, true, lookup.lookupClass().getClassLoader());
        return new ConstantCallSite(lookup.findStatic(owner, name, type));
    }

    public static long invoke(Trace trace, int method, long argument) throws Throwable {
        try {
            return (long) trace.program().method(method).invoke(null, argument);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    public static long newInstance(Trace trace, int method, long argument) throws Throwable {
        try {
            return Arrival.class
                    .getDeclaredConstructor(LongUnaryOperator.class, long.class)
                    .newInstance(trace.operator(method), argument)
                    .result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    public static long proxy(Trace trace, int method, long argument) {
        LongUnaryOperator operator = trace.operator(method);
        LongUnaryOperator proxy =
                (LongUnaryOperator)
                        Proxy.newProxyInstance(
                                Detours.class.getClassLoader(),
                                new Class<?>[] {LongUnaryOperator.class},
                                (self, called, arguments) ->
                                        operator.applyAsLong((long) arguments[0]));
        return proxy.applyAsLong(argument);
    }

    public static long forEach(Trace trace, int method, long argument) {
        Visit visit = new Visit(trace.operator(method), argument);
        new ArrayList<>(List.of(argument)).forEach(visit::go);
        return visit.result;
    }

    public static long stream(Trace trace, int method, long argument) {
        return Stream.of(argument).map(trace.operator(method)::applyAsLong).reduce(0L, Long::sum);
    }

    public static long comparator(Trace trace, int method, long argument) {
        Visit visit = new Visit(trace.operator(method), argument);
        long largest =
                Collections.max(
                        List.of(argument, argument),
                        (a, b) -> {
                            visit.go(a);
                            return Long.compare(a, b);
                        });
        return visit.result + largest;
    }

    public static long optional(Trace trace, int method, long argument) {
        return Optional.of(argument).map(trace.operator(method)::applyAsLong).get();
    }

    public static long text(Trace trace, int method, long argument) {
        Visit visit = new Visit(trace.operator(method), argument);
        String text = "to " + visit + " and back";
        return visit.result + text.length();
    }

    public static long hash(Trace trace, int method, long argument) {
        Visit visit = new Visit(trace.operator(method), argument);
        int size = new HashSet<>(List.of(visit)).size();
        return visit.result + size;
    }

    public static long replace(Trace trace, int method, long argument) {
        Visit visit = new Visit(trace.operator(method), argument);
        return ANYTHING.matcher("x")
                        .replaceAll(
                                match -> {
                                    visit.go(argument);
                                    return match.group();
                                })
                        .length()
                + visit.result;
    }

    public static long future(Trace trace, int method, long argument) throws Throwable {
        try {
            return CompletableFuture.completedFuture(argument)
                    .thenApply(trace.operator(method)::applyAsLong)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause();
        }
    }

    public static long task(Trace trace, int method, long argument) throws Throwable {
        LongUnaryOperator operator = trace.operator(method);
        FutureTask<Long> task = new FutureTask<>(() -> operator.applyAsLong(argument));
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    public static long locked(Trace trace, int method, long argument) {
        ReentrantLock lock = trace.deeds().reentrant();
        lock.lock();
        int holds = lock.getHoldCount();
        try {
            return trace.operator(method).applyAsLong(argument);
        } finally {
            trace.mix(EventLog.LIBRARY, lock.getHoldCount() - holds);
            lock.unlock();
        }
    }

    /** Calls with an interrupt pending, which only the program itself may take away. */
    public static long interrupted(Trace trace, int method, long argument) {
        Thread.currentThread().interrupt();
        try {
            return trace.operator(method).applyAsLong(argument);
        } finally {
            trace.mix(EventLog.LIBRARY, Thread.interrupted() ? 1 : 0);
        }
    }

    public static long initialValue(Trace trace, int method, long argument) {
        LongUnaryOperator operator = trace.operator(method);
        return ThreadLocal.withInitial(() -> operator.applyAsLong(argument)).get();
    }

    public static long scoped(Trace trace, int method, long argument) {
        return Scopes.call(trace, trace.operator(method), argument);
    }

    public static long initialiser(Trace trace, int method, long argument) {
        return trace.program().initialise(trace.operator(method), argument);
    }

    /** Calls with 64 KB to 16 MB of contiguous stack. */
    public static long region(Trace trace, int method, long argument) throws Throwable {
        LongUnaryOperator operator = trace.operator(method);
        long bytes = 64L << 10 + Math.floorMod(argument, 9);
        return Region.call(bytes, () -> operator.applyAsLong(argument));
    }

    public static long policy(Trace trace, int method, long argument) throws Throwable {
        LongUnaryOperator operator = trace.operator(method);
        StackPolicy policy = POLICIES.get((int) Math.floorMod(argument, 3L));
        return Morestack.with(policy, () -> operator.applyAsLong(argument));
    }

    /** An object whose text and hash code are calls of a generated method. */
    private static final class Visit {
        private final LongUnaryOperator operator;
        private final long argument;
        private long result;

        Visit(LongUnaryOperator operator, long argument) {
            this.operator = operator;
            this.argument = argument;
        }

        void go(long value) {
            result += operator.applyAsLong(value);
        }

        @Override
        public String toString() {
            go(argument);
            return "there";
        }

        @Override
        public int hashCode() {
            go(argument);
            return 1;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }
    }

    /** An object whose constructor is a call of a generated method. */
    private static final class Arrival {
        private final long result;

        @SuppressWarnings("UnusedMethod") // by reflection
        Arrival(LongUnaryOperator operator, long argument) {
            result = operator.applyAsLong(argument);
        }
    }
}
