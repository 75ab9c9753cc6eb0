package dev.morestack.fuzz;

/** The exception that generated programs make and throw themselves. */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Fault() {}
}
