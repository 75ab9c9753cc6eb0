package dev.morestack.benchmarks.depth;

import dev.morestack.benchmarks.woven.FrameLoad;
import java.util.List;
import java.util.Locale;

/** What the frames of a descent do besides calling. */
public enum FrameKind {
    EMPTY(false, false, 4),
    BUSY(true, false, 1.1),
    ALLOCATING(false, true, 1.3),
    BUSY_ALLOCATING(true, true, 1.3);

    private final boolean busy;
    private final boolean allocating;
    private final double target;

    FrameKind(boolean busy, boolean allocating, double target) {
        this.busy = busy;
        this.allocating = allocating;
        this.target = target;
    }

    /** Returns the most times a huge stack that the best policy may take. */
    public double target() {
        return target;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ') + " frames";
    }

    /** Returns what {@link FrameLoad} reads. */
    public List<String> flags() {
        return List.of(
                "-D" + FrameLoad.BUSY_PROPERTY + "=" + busy,
                "-D" + FrameLoad.ALLOCATING_PROPERTY + "=" + allocating);
    }
}
