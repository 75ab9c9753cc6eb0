package dev.morestack.runtime;

import dev.morestack.StackDemand;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a policy is asked about. */
final class Demand
        implements StackDemand, Function<Stream<StackWalker.StackFrame>, StackTraceElement> {

    private static final String OURS = Demand.class.getPackageName().concat(".");

    private static final String ASKING = Growth.class.getName();

    private final long frozen;
    private final long used;
    private final long requested;
    private final long lately;

    Demand(long frozen, long used, long requested, long lately) {
        this.frozen = frozen;
        this.used = used;
        this.requested = requested;
        this.lately = lately;
    }

    @Override
    public boolean isFirst() {
        return frozen == 0;
    }

    @Override
    public boolean isRegion() {
        return requested > 0;
    }

    @Override
    public long requested() {
        return requested;
    }

    @Override
    public Thread thread() {
        return Thread.currentThread();
    }

    @Override
    public long depth() {
        return frozen + used;
    }

    @Override
    public long limit() {
        return SlowPath.SETTINGS.limit();
    }

    @Override
    public long inUse() {
        return Budget.reserved();
    }

    @Override
    public long budget() {
        return SlowPath.SETTINGS.budget();
    }

    @Override
    public long spilledLately() {
        return lately;
    }

    @Override
    public StackTraceElement site() {
        return StackWalker.getInstance().walk(this);
    }

    /** Frames of this class and the policy come first, then others of ours, then what is meant. */
    @Override
    public StackTraceElement apply(Stream<StackWalker.StackFrame> stream) {
        Iterator<StackWalker.StackFrame> frames = stream.iterator();
        boolean met = false;
        while (frames.hasNext()) {
            StackWalker.StackFrame frame = frames.next();
            String type = frame.getClassName();
            if (met && !type.startsWith(OURS)) {
                return frame.toStackTraceElement();
            }
            met |= type.equals(ASKING);
        }
        return new StackTraceElement("", "", null, -1);
    }
}
