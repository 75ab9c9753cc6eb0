package dev.morestack.agent;

/** An option that cannot be used. Its message is one line for the user. */
final class OptionException extends Exception {

    private static final long serialVersionUID = 1L;

    OptionException(String message) {
        super(message);
    }
}
