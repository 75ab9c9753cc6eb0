package dev.morestack.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import jdk.internal.access.JavaLangAccess;
import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.CarrierThread;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.annotation.Hidden;

/**
 * Runs methods that native code calls inside roots of their own. The frames of the native code
 * cannot be frozen; those above such a root can.
 */
public final class Entries {

    private static final JavaLangAccess JLA = SharedSecrets.getJavaLangAccess();

    private static final ClassValue<Map<String, Entry>> ENTRIES = new OfClass();

    private Entries() {}

    /**
     * Tells whether the calling method is to be run again inside a root: the frames below cannot be
     * frozen, it is not the first one of a root already, and a call reaches it and no other.
     *
     * @param receiver the object it was called on; null for a static method
     */
    public static boolean isRootDue(
            Class<?> owner, String method, String descriptor, Object receiver) {
        Thread thread = Thread.currentThread();
        int account = Morestack.account(thread);
        Morestack.setAccount(thread, SlowPath.HELD);
        try {
            return Roots.isOpen()
                    && isPinned(thread)
                    && entry(owner, method, descriptor).isReached(receiver);
        } finally {
            Morestack.setAccount(thread, account);
        }
    }

    private static boolean isPinned(Thread thread) {
        Thread carrier = JLA.currentCarrierThread();
        Continuation innermost = JLA.getContinuation(carrier);
        if (innermost == null) {
            return !thread.isVirtual() && !(thread instanceof CarrierThread);
        }
        if (innermost instanceof Root root) {
            return root.isEntered() && isPinned(root);
        }
        return thread.isVirtual() && VirtualThreads.isPinned(innermost);
    }

    /**
     * Tries: {@code Continuation.isPinned} takes its own native frame for one that pins. Whatever
     * the reason, it pins the frames below alone: while it loads a class, the VM holds a monitor
     * (JDK 21 to 23) or is in a critical section.
     */
    private static boolean isPinned(Root root) {
        SlowPath.spill(root, root.used());
        return root.refusal() != null;
    }

    /** Calls the method with the elements of the array inside a root. */
    @Hidden
    public static Object run(Class<?> owner, String method, String descriptor, Object[] arguments) {
        Call call = new Call(entry(owner, method, descriptor).caller(), arguments);
        Roots.enterInner(call);
        return call.result;
    }

    private static Entry entry(Class<?> owner, String method, String descriptor) {
        Map<String, Entry> entries = ENTRIES.get(owner);
        synchronized (entries) {
            String key = method.concat(descriptor);
            Entry entry = entries.get(key);
            if (entry == null) {
                entry = new Entry(owner, method, descriptor);
                entries.put(key, entry);
            }
            return entry;
        }
    }

    private static final class OfClass extends ClassValue<Map<String, Entry>> {
        @Override
        protected Map<String, Entry> computeValue(Class<?> type) {
            return new HashMap<>();
        }
    }

    private static final class Call implements Runnable {

        private final Function<Object, Object> caller;
        private final Object[] arguments;
        private Object result;

        Call(Function<Object, Object> caller, Object[] arguments) {
            this.caller = caller;
            this.arguments = arguments;
        }

        @Hidden
        @Override
        public void run() {
            result = caller.apply(arguments);
        }
    }
}
