package dev.morestack;

/**
 * Thrown to a thread that enters a region for which no big carrier can be had: all that are allowed
 * are in use, or the system has no memory for a stack of that size.
 *
 * <p>A {@link StackOverflowError}, since that is what the native code would have met without one;
 * what catches that catches this.
 */
public final class CarrierLimitError extends StackOverflowError {

    private static final long serialVersionUID = 1;

    /**
     * Creates the error.
     *
     * @param message which size was asked for, and which bound stands against it
     */
    public CarrierLimitError(String message) {
        super(message);
    }
}
