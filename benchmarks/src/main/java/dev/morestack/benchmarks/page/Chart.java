package dev.morestack.benchmarks.page;

/** A picture of results. */
public interface Chart {

    /** Returns the name of its file, without the ending. */
    String name();

    /** Returns what stands above it. */
    String title();

    String svg();
}
