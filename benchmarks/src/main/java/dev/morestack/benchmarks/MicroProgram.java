package dev.morestack.benchmarks;

import dev.morestack.benchmarks.woven.Ackermann;
import dev.morestack.benchmarks.woven.BinaryTrees;
import dev.morestack.benchmarks.woven.Fibonacci;
import dev.morestack.benchmarks.woven.NearTheEnd;
import dev.morestack.benchmarks.woven.Queens;
import dev.morestack.benchmarks.woven.Tak;
import dev.morestack.benchmarks.woven.VirtualCalls;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Small programs that do little but call, and that fit a stack of 1 MB. */
public enum MicroProgram {
    FIB(27, 1.35),
    TAK(18, 1.2),
    /** Needs about 250 KB. */
    ACK(2_000, 1.2),
    QUEENS(9, 1.2),
    BINARY_TREES(16, 1.2),
    VIRTUAL_CALLS(1_000_000, 1.2),
    STACK_20_PERCENT(2, 1.2),
    STACK_40_PERCENT(4, 1.2),
    STACK_60_PERCENT(6, 1.2),
    STACK_80_PERCENT(8, 1.2);

    final int size;

    /** The most times bare that it may take. */
    final double target;

    MicroProgram(int size, double target) {
        this.size = size;
        this.target = target;
    }

    Work woven() {
        return switch (this) {
            case FIB -> new Fibonacci();
            case TAK -> new Tak();
            case ACK -> new Ackermann();
            case QUEENS -> new Queens();
            case BINARY_TREES -> new BinaryTrees();
            case VIRTUAL_CALLS -> new VirtualCalls();
            case STACK_20_PERCENT, STACK_40_PERCENT, STACK_60_PERCENT, STACK_80_PERCENT ->
                    new NearTheEnd();
        };
    }

    /** Returns a plain copy, and lets both go as deep as the plain one can. */
    Work plain(Work woven) {
        Work plain = PlainCopies.of(woven, Work.class);
        if (woven instanceof ShareOfStack wovenShare && plain instanceof ShareOfStack plainShare) {
            int tenth = onOwnThread(plainShare::measureTenth);
            plainShare.setTenth(tenth);
            wovenShare.setTenth(tenth);
        }
        return plain;
    }

    /** This thread may stand on a big carrier, where plain frames have more room. */
    private static int onOwnThread(Callable<Integer> measurement) {
        FutureTask<Integer> task = new FutureTask<>(measurement);
        new Thread(task, "measures").start();
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
