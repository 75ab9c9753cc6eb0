package dev.morestack.benchmarks.macro;

/** An ordinary program, in a form that can be run again and again in one JVM. */
interface Workload {

    /** Runs once; returns something that depends on all that was done, the same each time. */
    long run() throws Exception;

    /** Ends what the constructor began. */
    default void close() throws Exception {}
}
