package dev.morestack.runtime;

import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.Hidden;
import jdk.internal.vm.annotation.Stable;

/**
 * Reads the stack pointer and the physical stack's bounds of the calling thread.
 *
 * <p>{@code Unsafe.copySwapMemory} ends in a native method that no compiler turns into an
 * intrinsic. While it runs, the thread's frame anchor holds the stack pointer of the Java frame
 * that called it; so it is asked to copy just that word. No machine code and no foreign linker,
 * whose start-up costs 60 ms and more.
 */
final class Probe {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long EETOP = UNSAFE.objectFieldOffset(Thread.class, "eetop");
    private static final long CELL = LongArrays.BASE;

    private static final long LAST_JAVA_SP;
    private static final long STACK_BASE;
    private static final long STACK_SIZE;
    private static final long DEBUGGED;
    private static final long THREAD_OBJECT;

    /** Where the table does not list it (JDK 21), the self-test finds it. */
    @Stable private static long contEntry;

    static {
        String[] fields = {
            "JavaThread._anchor",
            "JavaFrameAnchor._last_Java_sp",
            "JavaThread._stack_base",
            "JavaThread._stack_size",
            "JavaThread._cont_entry",
            "JavaThread._threadObj"
        };
        VmStructs structs = VmStructs.ofThisJvm();
        long[] offsets = structs.offsets(fields);
        for (int i = 0; i < 4; i++) {
            if (offsets[i] < 0) {
                throw new IllegalStateException("gHotSpotVMStructs lacks ".concat(fields[i]));
            }
        }
        LAST_JAVA_SP = offsets[0] + offsets[1];
        STACK_BASE = offsets[2];
        STACK_SIZE = offsets[3];
        contEntry = Math.max(0, offsets[4]);
        THREAD_OBJECT = offsets[5];
        DEBUGGED = structs.staticField("JvmtiExport._can_access_local_variables");
    }

    private Probe() {}

    static boolean knowsContinuationEntry() {
        return contEntry > 0;
    }

    /** Sets the offset of {@code JavaThread::_cont_entry}, in bytes. */
    static void continuationEntryIsAt(long offset) {
        contEntry = offset;
    }

    /** Returns the address of the VM's thread that runs the platform thread given. */
    static long javaThread(Thread carrier) {
        return UNSAFE.getLong(carrier, EETOP);
    }

    /**
     * Returns the address of the VM's thread that makes the call. A virtual thread that waits
     * afterwards, for a lock or for a class to be initialised, may go on on another one.
     */
    static long javaThread() {
        return javaThread(JavaLang.ACCESS.currentCarrierThread());
    }

    /** Makes the VM's thread the one that {@code interrupt}, {@code unpark} and dumps find. */
    static void setJavaThread(Thread thread, long javaThread) {
        UNSAFE.putLongVolatile(thread, EETOP, javaThread);
    }

    /** Tells whether it is known where the VM's thread keeps its {@code Thread}. */
    static boolean knowsThreadObject() {
        return THREAD_OBJECT > 0;
    }

    /**
     * Exchanges the {@code Thread} objects of two of the VM's threads. The fields point to slots of
     * the VM's {@code OopStorage}, which the collector visits and which stay where they are; so
     * only addresses are exchanged, and no reference is read or written.
     */
    static void exchangeThreadObjects(long one, long other) {
        long slot = UNSAFE.getLong(one + THREAD_OBJECT);
        long otherSlot = UNSAFE.getLong(other + THREAD_OBJECT);
        UNSAFE.putLong(one + THREAD_OBJECT, otherSlot);
        UNSAFE.putLong(other + THREAD_OBJECT, slot);
        UNSAFE.fullFence();
    }

    /**
     * Returns the caller's stack pointer, a few hundred bytes below its own frame.
     *
     * @param javaThread the VM's thread that makes the call
     * @param cell scratch of one element, used by no other thread
     */
    @Hidden
    static long stackPointer(long javaThread, long[] cell) {
        UNSAFE.copySwapMemory(null, javaThread + LAST_JAVA_SP, cell, CELL, Long.BYTES, Long.BYTES);
        return Long.reverseBytes(cell[0]);
    }

    /** Returns the highest address of the thread's stack. */
    static long stackBase(long javaThread) {
        return UNSAFE.getLong(javaThread + STACK_BASE);
    }

    /** Returns the bytes of the thread's stack, guard zones included. */
    static long stackSize(long javaThread) {
        return UNSAFE.getLong(javaThread + STACK_SIZE);
    }

    /**
     * Returns the address of the innermost continuation's entry on the thread's stack, 0 when no
     * continuation is entered.
     */
    static long continuationEntry(long javaThread) {
        return UNSAFE.getLong(javaThread + contEntry);
    }

    /**
     * Returns the address of the oldest frame above the innermost entry that a freeze cannot copy
     * as it is (interpreted or native), 0 when there is none: {@code JavaThread::_cont_fastpath}.
     *
     * <p>The table does not list this field. It is declared right behind {@code _cont_entry} since
     * JDK 19; {@link SelfTest} proves that on the running JVM, and without that proof it is not
     * read.
     */
    static long oldestSlowFrame(long javaThread) {
        return UNSAFE.getLong(javaThread + contEntry + Long.BYTES);
    }

    /**
     * Tells whether a debugger's agent is loaded. Each freeze then counts all frames of the
     * continuation, frozen ones too ({@code jvmti_yield_cleanup} in {@code
     * continuationFreezeThaw.cpp}), and makes the JVM forget where a step is to end.
     */
    static boolean isDebugged() {
        return DEBUGGED != 0 && UNSAFE.getByte(DEBUGGED) != 0;
    }

    /**
     * Tells whether freezes may copy at all ({@code _cont_fastpath_thread_state}, behind the field
     * above): not while a debugger needs interpreted frames.
     */
    static boolean freezesMayCopy(long javaThread) {
        return UNSAFE.getInt(javaThread + contEntry + 2 * Long.BYTES) != 0;
    }
}
