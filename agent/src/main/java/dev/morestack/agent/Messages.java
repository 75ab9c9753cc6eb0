package dev.morestack.agent;

/** What the agent says to the user: a line on stderr each. */
final class Messages {

    /** How the line begins which says that the agent is at work; no other line does. */
    static final String BANNER = "morestack ";

    /** Set when somebody waits for what is said. */
    private static Answer answer;

    private Messages() {}

    /** Lets what is said be part of an answer, too. */
    static void answerTo(Answer waiting) {
        answer = waiting;
    }

    static void say(String line) {
        print("morestack: " + line);
    }

    /** Says that the agent is at work. */
    static void banner(String line) {
        print(BANNER + line);
    }

    private static void print(String line) {
        System.err.println(line);
        if (answer != null) {
            answer.add(line);
        }
    }

    static void off(String why) {
        say("off: " + why + "; the program runs as without the agent");
    }
}
