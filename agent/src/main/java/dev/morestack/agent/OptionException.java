package dev.morestack.agent;

/** An option that cannot be used. Its message is one line for the user. */
final class OptionException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates it.
     *
     * @param message what was wrong, what is allowed
     */
    OptionException(String message) {
        super(onOneLine(message));
    }

    /** What the user wrote is part of the message, and may have been written on several lines. */
    private static String onOneLine(String message) {
        StringBuilder line = new StringBuilder(message);
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        return line.toString();
    }
}
