package dev.morestack.runtime;

import dev.morestack.StackPolicies;
import dev.morestack.StackPolicy;
import jdk.internal.vm.Continuation;

/** Policies that hold during a call. */
public final class PolicyScopes {

    private PolicyScopes() {}

    /**
     * Lets a policy hold for the calling thread.
     *
     * @return what to leave with
     */
    public static Object enter(Object policy) {
        // Anything else is of a class loader that hides ours, and cannot be asked.
        return policy instanceof StackPolicy chosen ? choose(chosen) : null;
    }

    /** The same for one of ours. */
    public static Object enterNamed(String name) {
        return choose(StackPolicies.named(name));
    }

    /** Lets the former one hold again. */
    public static void leave(Object former) {
        Object unused = choose((StackPolicy) former);
    }

    private static StackPolicy choose(StackPolicy policy) {
        Thread thread = Thread.currentThread();
        int account = Morestack.account(thread);
        if (account > SlowPath.MOST_GRANTED) {
            // Held: nothing grows here.
            return null;
        }
        Morestack.setAccount(thread, SlowPath.HELD);
        try {
            Spills spills = spills(thread);
            if (spills == null) {
                return null;
            }
            StackPolicy former = spills.growth.choose(policy);
            spills.reconsider();
            if (spills.growth.isFixed() && BigStacks.leave()) {
                // At home nothing has been measured yet.
                account = 0;
            }
            return former;
        } finally {
            Morestack.setAccount(thread, account);
        }
    }

    /** Returns null for a thread that cannot spill. */
    private static Spills spills(Thread thread) {
        Thread carrier = JavaLang.ACCESS.currentCarrierThread();
        Continuation innermost = JavaLang.ACCESS.getContinuation(carrier);
        if (innermost instanceof Root root) {
            return root.isEntered() ? root.meter.spills : null;
        }
        return thread.isVirtual() && VirtualThreads.isEntered(innermost)
                ? VirtualStack.of(innermost).spills
                : null;
    }

    /** Tells whether the budget has room for so many bytes. */
    public static boolean hasRoom(long bytes) {
        return Budget.hasRoom(bytes);
    }
}
