package dev.morestack.agent;

import dev.morestack.agent.report.FlightRecorderEvents;
import dev.morestack.agent.report.Snapshots;
import dev.morestack.runtime.Profile;
import java.lang.instrument.Instrumentation;
import java.util.function.Consumer;

/**
 * All that shows what has been measured. Loaded, and the runtime's classes for it defined, when the
 * first of it is asked for: most starts do without.
 */
final class Outputs implements Consumer<Throwable> {

    private final Options options;
    private final Snapshots snapshots;
    private final Live live;
    private boolean recordsFlights;

    Outputs(Instrumentation instrumentation, Options options, Tally tally) {
        this.options = options;
        snapshots = new Snapshots(RunFacts.of(options), tally);
        live = new Live(snapshots, instrumentation);
        Profile.begin(every(options.profile()));
    }

    /** Begins with what the options ask for. */
    void begin() {
        if (options.report() != null) {
            Report.atExit(options.report(), snapshots);
        }
        if (options.rehearsal() > 0) {
            Rehearsal.atExit(options.rehearsal(), snapshots);
        }
        if (options.jmx()) {
            Management.register(snapshots);
        }
    }

    /** Publishes live figures until the process has ended; who watches wants to see sites, too. */
    void watchedBy(String pid) {
        if (options.profile() == Options.COUNTERS) {
            Profile.begin(Profile.ADAPTIVE);
        }
        live.watchedBy(pid);
    }

    /** Sends events to flight recorder. */
    synchronized void recordFlights() {
        if (recordsFlights) {
            return;
        }
        recordsFlights = true;
        try {
            FlightRecorderEvents.register(this);
        } catch (RuntimeException | LinkageError e) {
            accept(e);
        }
    }

    /** Takes what has gone wrong with flight recorder. */
    @Override
    public void accept(Throwable thrown) {
        Messages.say("there will be no events in flight recordings: " + thrown);
    }

    private static int every(int profile) {
        if (profile == Options.ADAPTIVE) {
            return Profile.ADAPTIVE;
        }
        return profile == Options.UNCOUNTED ? Profile.NEVER : profile;
    }
}
