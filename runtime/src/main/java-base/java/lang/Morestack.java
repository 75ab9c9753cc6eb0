package java.lang;

import dev.morestack.runtime.Entries;
import dev.morestack.runtime.FirstStacks;
import dev.morestack.runtime.Initialisers;
import dev.morestack.runtime.MainRoot;
import dev.morestack.runtime.PolicyScopes;
import dev.morestack.runtime.RegionCalls;
import dev.morestack.runtime.Regions;
import dev.morestack.runtime.Roots;
import dev.morestack.runtime.SlowPath;
import dev.morestack.runtime.ThreadDumps;
import dev.morestack.runtime.VirtualSubmits;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MorestackCompiled;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import jdk.internal.vm.annotation.ChangesCurrentThread;
import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.ForceInline;
import jdk.internal.vm.annotation.Hidden;
import jdk.internal.vm.annotation.Stable;

/**
 * The one class that woven code calls.
 *
 * <p>It lives in {@code java.lang} for two reasons. Every class loader that obeys the JVM's rules
 * finds {@code java.*}, also those that hide everything else of the boot loader from their classes
 * (OSGi frameworks, JBoss Modules); and here the account is an ordinary field, so that an
 * interpreted check is two field accesses instead of two native calls of {@code Unsafe}. See {@code
 * docs/decisions/002-woven-code-calls-java-lang.md}.
 *
 * <p>Names and descriptors are repeated in {@code dev.morestack.transformer.Names}, which a test
 * compares with this class.
 */
public final class Morestack {

    /** Whether inlined checks merge. Constant once it is true: what tests it is compiled again. */
    @Stable private static boolean merging;

    private Morestack() {}

    /**
     * The check: takes the charge from the current thread's account and measures the stack when the
     * account is overdrawn. Returns as if nothing had happened, or throws before the method that
     * called it has begun.
     *
     * <p>Where C2 inlines a method into one that has made its check, and there is no call between,
     * it knows that the account is not negative, and the second check goes: both methods share a
     * frame. See {@code docs/decisions/014-inlined-checks-merge.md}.
     *
     * @param charge upper bound of the calling method's frame, in bytes
     * @throws StackOverflowError at the limit
     * @throws OutOfMemoryError when the heap has no room for the frames
     */
    @ForceInline
    @Hidden
    public static void check(int charge) {
        Thread thread = Thread.currentThread();
        int account = thread.threadLocalRandomSecondarySeed;
        if (merging && MorestackCompiled.knowsSign(account)) {
            return;
        }
        int left = account - charge;
        if (left < 0) {
            thread.threadLocalRandomSecondarySeed = left;
            overdrawn(thread);
            left = thread.threadLocalRandomSecondarySeed;
        }
        // Never negative here, which the mask tells the compiler.
        thread.threadLocalRandomSecondarySeed = left & Integer.MAX_VALUE;
    }

    /** Lets inlined checks merge from now on. */
    public static void mergeInlined() {
        merging = true;
    }

    @DontInline
    @Hidden
    private static void overdrawn(Thread thread) {
        SlowPath.measure(thread);
    }

    /** Returns the bytes that the thread may still use before it must measure. */
    public static int account(Thread thread) {
        return thread.threadLocalRandomSecondarySeed;
    }

    /** Sets the bytes that the thread may use before it must measure. */
    public static void setAccount(Thread thread, int bytes) {
        thread.threadLocalRandomSecondarySeed = bytes;
    }

    /**
     * Replaces {@code ThreadLocalRandom.nextSecondarySeed()}, whose field the account has taken.
     * All 32 bits are used by its callers: skip lists derive the height of a node from the lowest
     * two, so they must be well mixed.
     *
     * @return a pseudo-random number that is not zero
     */
    public static int secondarySeed() {
        // The finaliser of MurmurHash3 on time and thread: no state, so nothing that threads share.
        long z = System.nanoTime() + Thread.currentThread().threadId() * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 33)) * 0xFF51AFD7ED558CCDL;
        z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
        int seed = (int) (z >>> 32);
        return seed == 0 ? 1 : seed;
    }

    /** Gives the task of a platform thread a root; called by {@code Thread.runWith}. */
    @Hidden
    public static Runnable rooted(Runnable task) {
        return Roots.wrap(task);
    }

    /** Gives a task of a pool's worker a root where the worker has none. */
    public static Runnable rootedInPool(Runnable task, Object pool) {
        return Roots.wrapInPool(task, pool);
    }

    /** Gives a thread that is about to start a large first stack. */
    public static void sized(Thread thread) {
        FirstStacks.size(thread);
    }

    /** Calls the handler of an exception that has ended a thread's task, and its root with it. */
    @Hidden
    public static void uncaught(
            Thread.UncaughtExceptionHandler handler, Thread thread, Throwable exception) {
        Roots.handle(handler, thread, exception);
    }

    /**
     * Runs the {@code run()} of a {@code Thread} subclass again inside a root, when the calling
     * thread is that object and has no root yet.
     *
     * @param self the receiver of the {@code run()} that asks
     * @param declaringClass binary name of the class that declares that {@code run()}
     * @return whether {@code run()} has been run; the caller then returns at once
     */
    @Hidden
    public static boolean ranInRoot(Object self, String declaringClass) {
        return Roots.runAgain(self, declaringClass);
    }

    /**
     * Tells whether a method that native code calls is to be run again inside a root.
     *
     * @param receiver the object it was called on; null for a static method
     */
    public static boolean rootDue(
            Class<?> owner, String method, String descriptor, Object receiver) {
        return Entries.isRootDue(owner, method, descriptor, receiver);
    }

    /** Runs a method that native code calls again inside a root; primitives come and go boxed. */
    @Hidden
    public static Object runEntry(
            Class<?> owner, String method, String descriptor, Object[] arguments) {
        return Entries.run(owner, method, descriptor, arguments);
    }

    /** Makes a call of a static initialiser inside a root; primitives come and go boxed. */
    @Hidden
    public static Object callInRoot(MethodHandle method, Object[] arguments) throws Throwable {
        return Initialisers.call(method, arguments);
    }

    /**
     * Makes sure that so many contiguous bytes of stack are left, on another stack if need be.
     *
     * @return what to leave with
     * @throws StackOverflowError when there is no stack of that size to be had
     */
    @ForceInline
    @Hidden
    public static int enterRegion(long bytes) {
        return Regions.enter(bytes);
    }

    /** Goes back to the stack on which the region was entered. */
    @ForceInline
    @Hidden
    public static void leaveRegion(int token) {
        if (token != 0) {
            Regions.leave(token);
        }
    }

    /**
     * Links a call that is made inside a region.
     *
     * @param lookup the class that makes it; the target is resolved already
     * @param name the method's name, of no use here
     * @param type what the call takes and returns
     * @param target the method
     */
    public static CallSite linkRegion(
            MethodHandles.Lookup lookup,
            String name,
            MethodType type,
            MethodHandle target,
            long bytes)
            throws ReflectiveOperationException {
        return RegionCalls.link(type, target, bytes);
    }

    /**
     * Lets a policy hold for the calling thread's stack.
     *
     * @return what to leave with
     */
    public static Object enterPolicy(Object policy) {
        return PolicyScopes.enter(policy);
    }

    /** The same for one of those that Morestack ships with. */
    public static Object enterNamedPolicy(String name) {
        return PolicyScopes.enterNamed(name);
    }

    /** Lets the policy hold again that held before. */
    public static void leavePolicy(Object former) {
        PolicyScopes.leave(former);
    }

    /** Tells whether the budget has room for a stack of so many bytes. */
    public static boolean hasRoom(long bytes) {
        return PolicyScopes.hasRoom(bytes);
    }

    /** Submits a virtual thread to its scheduler, or else to the pool. */
    public static ForkJoinTask<?> externalSubmit(
            ForkJoinPool pool, ForkJoinTask<?> task, Executor scheduler, Runnable toContinue) {
        return VirtualSubmits.external(pool, task, scheduler, toContinue);
    }

    /** The same for a carrier's own queue. */
    public static ForkJoinTask<?> lazySubmit(
            ForkJoinPool pool, ForkJoinTask<?> task, Executor scheduler, Runnable toContinue) {
        return VirtualSubmits.lazy(pool, task, scheduler, toContinue);
    }

    /** Returns the scoped values that are bound in the current thread's code. */
    public static Object scopedValues() {
        return Thread.scopedValueBindings();
    }

    /** Binds what {@link #scopedValues} has returned. */
    public static void setScopedValues(Object bindings) {
        Thread.setScopedValueBindings(bindings);
    }

    /** Makes the thread the current one of the stack that this runs on. */
    @ChangesCurrentThread
    @DontInline
    public static void become(Thread thread) {
        Thread.currentCarrierThread().setCurrentThread(thread);
    }

    /** Completes the traces of threads with frozen frames, which a dump by the VM leaves out. */
    public static StackTraceElement[][] wholeTraces(
            Thread[] threads, StackTraceElement[][] traces) {
        ThreadDumps.complete(threads, traces);
        return traces;
    }

    /**
     * The same for the array of {@code ThreadInfo} that a dump for management has made.
     *
     * @param depth most frames that were asked for; negative for all
     */
    public static void wholeInfos(Object[] infos, int depth) {
        ThreadDumps.completeInfos(Thread.getAllThreads(), infos, depth);
    }

    /** Gives the launcher a main class that runs the real one inside a root. */
    public static Class<?> mainClass(Class<?> mainClass) {
        return MainRoot.standInFor(mainClass);
    }

    /** Returns the arguments of the program, for the class that calls its {@code main}. */
    public static String[] mainArguments() {
        return MainRoot.arguments();
    }
}
