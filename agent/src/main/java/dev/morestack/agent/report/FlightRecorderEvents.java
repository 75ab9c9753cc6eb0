package dev.morestack.agent.report;

import dev.morestack.runtime.Profile;
import dev.morestack.runtime.SpillObserver;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * Turns what happens to stacks into events of JDK Flight Recorder. The runtime is told of it only
 * while a recording runs.
 */
public final class FlightRecorderEvents implements SpillObserver, FlightRecorderListener {

    private FlightRecorderEvents() {}

    /** Makes the events known. To be called once, when the program uses flight recorder. */
    public static void register() {
        FlightRecorder.addListener(new FlightRecorderEvents());
    }

    @Override
    public void recorderInitialized(FlightRecorder recorder) {
        FlightRecorder.register(StackSwitchEvent.class);
        FlightRecorder.register(PinnedEvent.class);
        FlightRecorder.register(LimitReachedEvent.class);
        FlightRecorder.addPeriodicEvent(SummaryEvent.class, new SummaryEvent.Writer());
        // Loads what an event needs; none of it may be loaded in the middle of a check.
        spilled(spilling(), 0, 0, 0);
        watch(recorder);
    }

    @Override
    public void recordingStateChanged(Recording recording) {
        watch(FlightRecorder.getFlightRecorder());
    }

    private void watch(FlightRecorder recorder) {
        boolean running = false;
        for (Recording recording : recorder.getRecordings()) {
            running |= recording.getState() == RecordingState.RUNNING;
        }
        Profile.observeBy(running ? this : null);
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
    public void limitReached(long depth, long limit) {
        LimitReachedEvent event = new LimitReachedEvent();
        if (event.isEnabled()) {
            event.depth = depth;
            event.limit = limit;
            event.commit();
        }
    }
}
