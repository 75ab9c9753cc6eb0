package dev.morestack.agent;

import dev.morestack.agent.report.Snapshots;
import java.lang.instrument.Instrumentation;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import jdk.internal.vm.VMSupport;

/**
 * Publishes snapshots among the agent properties of the JVM, for as long as a process reads them:
 * what {@code morestack top} shows. The agent is loaded once for each reader, not at each reading.
 */
final class Live implements Runnable {

    static final String PROPERTY = "dev.morestack.live";

    private static final int MOST_THREADS = 40;
    private static final int MOST_SITES = 20;
    private static final long PERIOD_MILLIS = 500;

    private final Snapshots snapshots;
    private final Instrumentation instrumentation;
    private final Set<Long> readers = new HashSet<>();
    private boolean running;

    Live(Snapshots snapshots, Instrumentation instrumentation) {
        this.snapshots = snapshots;
        this.instrumentation = instrumentation;
    }

    /** Publishes until the process has ended. */
    synchronized void watchedBy(String pid) {
        readers.add(Long.valueOf(pid));
        Answer.openProperties(instrumentation);
        publish();
        if (!running) {
            running = true;
            Thread thread = new Thread(null, this, "morestack-live", 0, false);
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void run() {
        while (isRead()) {
            try {
                publish();
                Thread.sleep(PERIOD_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void publish() {
        String json = snapshots.takeBriefly(MOST_THREADS, MOST_SITES).json();
        VMSupport.getAgentProperties().setProperty(PROPERTY, json);
    }

    /** Tells whether any reader is left; if not, the next one starts a thread anew. */
    private synchronized boolean isRead() {
        for (Iterator<Long> i = readers.iterator(); i.hasNext(); ) {
            if (ProcessHandle.of(i.next()).isEmpty()) {
                i.remove();
            }
        }
        if (readers.isEmpty()) {
            running = false;
            VMSupport.getAgentProperties().remove(PROPERTY);
        }
        return running;
    }
}
