package dev.morestack.benchmarks;

/** Recursion that needs a given share of the stack. */
public interface ShareOfStack extends Work {

    /**
     * Finds out how many compiled frames a tenth of the stack holds, by overflowing it. Only a
     * plain copy can, for woven frames do not overflow.
     */
    int measureTenth();

    /** Sets what a tenth of the stack holds, and lets the frames be compiled before going deep. */
    void setTenth(int frames);
}
