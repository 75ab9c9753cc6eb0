package dev.morestack.agent;

import java.io.IOException;
import java.util.Map;

/** What the option {@code jmx=true} offers to management tools. */
public interface MorestackMXBean {

    /** Returns the number of stack switches since the start or the last reset. */
    long getSpills();

    /** Returns the bytes of frames frozen by them. */
    long getBytesFrozen();

    /** Returns the bytes of the deepest logical stack seen. */
    long getDeepestBytes();

    /** Returns every count by its name. */
    Map<String, Long> getCounts();

    /** Returns the sites with the most switches; empty unless stacks are walked. */
    Map<String, Long> getTopSites();

    /** Begins counts, sites and costs anew. */
    void reset();

    /**
     * Writes a report.
     *
     * @param path of a file that this JVM can write; its extension chooses the kind
     */
    void report(String path) throws IOException;
}
