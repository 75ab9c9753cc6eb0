package dev.morestack.fuzz;

import java.lang.invoke.MethodHandle;
import java.util.function.LongUnaryOperator;

/**
 * What a generated program reports to, and asks, while it runs: all it sees becomes one hash.
 *
 * <p>The generated classes call the public methods. One trace belongs to one run of one program on
 * one thread, so several programs can run at once.
 */
public final class Trace {
    private final Walk walk;
    private final Program program;
    private final Witness witness;
    private final EventLog log;
    private final Deeds deeds;
    private final Activations activations;
    private final boolean limited;

    private Thread owner;
    private long hash = 0x5851F42D4C957F2DL;
    private int exits;
    private int finallies;
    private int catches;
    private Throwable fatal;
    private Throwable refusal;
    private int refusals;

    /**
     * A new trace.
     *
     * @param log what to write events to, or null
     * @param limited whether the program may meet a limit, and catch the error
     */
    Trace(Walk walk, Program program, EventLog log, boolean limited) {
        this.walk = walk;
        this.program = program;
        this.log = log;
        this.limited = limited;
        activations = new Activations(program.model());
        witness = new Witness(walk);
        deeds = new Deeds(walk);
    }

    /** Every method begins here; what this returns is the method's position. */
    public long enter(int method) {
        long position = walk.enter(method);
        activations.enter(method, walk.depth());
        mix(EventLog.ENTER, method);
        return position;
    }

    /** Every method that returns ends here, with all that it computed. */
    public void exit(int method, long position, long computed) {
        exits++;
        walk.leave(method, position);
        activations.exit(method, (int) position);
        mix(Thread.currentThread() == owner ? EventLog.EXIT : EventLog.FOREIGN, computed);
    }

    public boolean down() {
        int turns = walk.turns();
        boolean down = walk.down();
        if (walk.turns() != turns) {
            mix(EventLog.TURN, witness.atTurn());
        }
        if (down) {
            activations.calls(walk.depth());
        }
        return down;
    }

    /** A block begins that a finally block belongs to. */
    public void owed(long position) {
        activations.owes((int) position);
    }

    /** Whether a fault is due now. */
    public boolean due() {
        return walk.throwing();
    }

    /** Whether the handler keeps the exception; if not it throws it again. */
    public boolean caught(Throwable thrown, long position) {
        walk.returnTo(position);
        if (isFatal(thrown)) {
            return false;
        }
        activations.reaches((int) position);
        boolean here = walk.caughtHere();
        if (here) {
            catches++;
            mix(EventLog.CATCH, witness.of(thrown));
        }
        return here;
    }

    /** A finally block runs, after an exception or without. */
    public void ended(int method, long position) {
        walk.returnTo(position);
        activations.pays((int) position);
        finallies++;
        mix(EventLog.FINALLY, method);
    }

    /** A handler without a position of its own saw an exception. */
    public void passed(Throwable thrown) {
        if (!isFatal(thrown)) {
            finallies++;
            mix(EventLog.PASS, witness.of(thrown));
        }
    }

    /** Whether the thread holds the monitor, and how deep the method is. */
    public void holds(Object lock) {
        mix(EventLog.MONITOR, Thread.holdsLock(lock) ? 1 : 0);
    }

    public void look() {
        mix(EventLog.LOOK, witness.now());
    }

    public void deed(int kind) {
        mix(EventLog.DEED, deeds.perform(Deed.of(kind)));
    }

    public int pick(int bound) {
        return walk.next(bound);
    }

    /** Whether a loop at the start of a method goes round once more. */
    public boolean again() {
        return walk.next(4) == 0;
    }

    public Object lock(int number) {
        return deeds.lock(number);
    }

    /** The object to invoke a method on; a subclass's from the method's 500th call on. */
    public Object receiver(int method, long argument) {
        return program.receiver(method, argument);
    }

    public MethodHandle handle(int method) {
        return program.handle(method);
    }

    LongUnaryOperator operator(int method) {
        return program.operator(method);
    }

    Program program() {
        return program;
    }

    Deeds deeds() {
        return deeds;
    }

    Walk walk() {
        return walk;
    }

    void mix(char event, long value) {
        long h = (hash ^ value ^ event) * 0x9E3779B97F4A7C15L;
        hash = h ^ (h >>> 29);
        if (log != null) {
            log.record(event, walk.depth(), value, hash);
        }
    }

    /** Runs the program on the current thread and returns the line that tells its trace. */
    String run() {
        owner = Thread.currentThread();
        MethodHandle start = program.handle(0);
        // A first method without a loop may return before the walk is over.
        for (int round = 0; round < 1_000 && !walk.over() && fatal == null; round++) {
            try {
                mix(EventLog.RESULT, (long) start.invokeExact((long) round));
            } catch (Throwable thrown) {
                if (!isFatal(thrown)) {
                    mix(EventLog.CATCH, witness.of(thrown));
                }
            }
            walk.atBase();
            activations.reaches(0);
        }
        mix(EventLog.RESULT, deeds.unlocked() ? 1 : 0);
        if (!deeds.unlocked()) {
            activations.fail("locks are held at the end");
        }
        if (fatal != null) {
            return "FATAL " + fatal;
        }
        return activations.broken().isEmpty() ? summary() : "BROKEN " + activations.broken();
    }

    /** How often the limit was met. */
    int refusals() {
        return refusals;
    }

    private String summary() {
        return String.format(
                "%016x deepest=%d calls=%d exits=%d finallies=%d catches=%d looks=%d",
                hash, walk.deepest(), walk.calls(), exits, finallies, catches, witness.looks());
    }

    /** Errors that no program throws on purpose are told, and never caught. */
    private boolean isFatal(Throwable thrown) {
        if (limited && isRefusal(thrown)) {
            return false;
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Error) {
                if (fatal == null) {
                    fatal = t;
                    walk.stop();
                    t.printStackTrace();
                }
                return true;
            }
        }
        return false;
    }

    /** Whether the limit was met, about which the walk is told once. */
    private boolean isRefusal(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t.getClass().getName().equals("dev.morestack.StackLimitError")) {
                if (t != refusal) {
                    refusal = t;
                    refusals++;
                    activations.refused(t.getStackTrace());
                    walk.refused();
                }
                return true;
            }
        }
        return false;
    }
}
