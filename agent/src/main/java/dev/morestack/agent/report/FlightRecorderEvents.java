package dev.morestack.agent.report;

import dev.morestack.runtime.Profile;
import dev.morestack.runtime.SpillObserver;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * Turns what happens to stacks into events of JDK Flight Recorder. The runtime is told of it only
 * while a recording runs.
 *
 * <p>Listeners are called with locks of the recorder held, which it takes in another order
 * elsewhere: that of {@code PlatformRecorder.class} when it is initialised, that of the recorder
 * when a recording starts or ends. So the former starts a thread and does nothing else, and the
 * latter asks for nothing but the recording's own state.
 */
public final class FlightRecorderEvents implements SpillObserver, FlightRecorderListener, Runnable {

    private final Consumer<Throwable> failed;
    private final Set<Long> running = new HashSet<>();

    private FlightRecorderEvents(Consumer<Throwable> failed) {
        this.failed = failed;
    }

    /**
     * Makes the events known as soon as the recorder is initialised. To be called once.
     *
     * @param failed is told why there will be no events
     */
    public static void register(Consumer<Throwable> failed) {
        FlightRecorder.addListener(new FlightRecorderEvents(failed));
    }

    @Override
    public void recorderInitialized(FlightRecorder recorder) {
        Thread thread = new Thread(null, this, "morestack-flight-recorder", 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            begin();
        } catch (RuntimeException | LinkageError e) {
            failed.accept(e);
        }
    }

    /** Registers the events, and looks which recordings run already. */
    private void begin() {
        FlightRecorder.register(StackSwitchEvent.class);
        FlightRecorder.register(PinnedEvent.class);
        FlightRecorder.register(BigStackRegionEvent.class);
        FlightRecorder.register(LimitReachedEvent.class);
        FlightRecorder.addPeriodicEvent(SummaryEvent.class, new SummaryEvent.Writer());
        // Loads what an event needs; none of it may be loaded in the middle of a check.
        spilled(spilling(), 0, 0, 0);
        regionEnded(regionBegins(), 0, 0);
        for (Recording recording : FlightRecorder.getFlightRecorder().getRecordings()) {
            recordingStateChanged(recording);
        }
    }

    /** Two threads may bring news of the same recording: the later state is to win. */
    @Override
    public void recordingStateChanged(Recording recording) {
        RecordingState state;
        do {
            state = recording.getState();
            note(recording.getId(), state == RecordingState.RUNNING);
        } while (recording.getState() != state);
    }

    private synchronized void note(long recording, boolean runs) {
        if (runs) {
            running.add(recording);
        } else {
            running.remove(recording);
        }
        Profile.observeBy(running.isEmpty() ? null : this);
    }

    @Override
    public Object spilling() {
        StackSwitchEvent event = new StackSwitchEvent();
        event.begin();
        return event;
    }

    @Override
    public void spilled(Object begun, long bytes, long depth, int weight) {
        StackSwitchEvent event = (StackSwitchEvent) begun;
        event.end();
        if (weight > 0 && event.shouldCommit()) {
            event.bytesFrozen = bytes;
            event.depth = depth;
            event.represented = weight;
            event.commit();
        }
    }

    @Override
    public void pinned(String reason, long used) {
        PinnedEvent event = new PinnedEvent();
        if (event.isEnabled()) {
            event.reason = reason;
            event.used = used;
            event.commit();
        }
    }

    @Override
    public Object regionBegins() {
        BigStackRegionEvent event = new BigStackRegionEvent();
        event.begin();
        return event;
    }

    @Override
    public void regionEnded(Object begun, long bytes, long carrierBytes) {
        BigStackRegionEvent event = (BigStackRegionEvent) begun;
        event.end();
        if (bytes > 0 && event.shouldCommit()) {
            event.requested = bytes;
            event.carrierStack = carrierBytes;
            event.commit();
        }
    }

    @Override
    public void limitReached(long depth, long limit) {
        LimitReachedEvent event = new LimitReachedEvent();
        if (event.isEnabled()) {
            event.depth = depth;
            event.limit = limit;
            event.commit();
        }
    }
}
