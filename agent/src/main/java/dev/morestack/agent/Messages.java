package dev.morestack.agent;

/** What the agent says to the user: a line on stderr each. */
final class Messages {

    private Messages() {}

    static void say(String line) {
        System.err.println("morestack: " + line);
    }

    static void off(String why) {
        say("off: " + why + "; the program runs as without the agent");
    }
}
