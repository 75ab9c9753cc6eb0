package dev.morestack.agent;

import dev.morestack.agent.report.Snapshots;

/** Says at exit which threads would not have got by with the stack that was rehearsed. */
final class Rehearsal implements Runnable {

    private final int bytes;
    private final Snapshots snapshots;

    private Rehearsal(int bytes, Snapshots snapshots) {
        this.bytes = bytes;
        this.snapshots = snapshots;
    }

    /**
     * Sees to it that the result is said at exit.
     *
     * @param bytes of stack that threads have for trial
     */
    static void atExit(int bytes, Snapshots snapshots) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(new Rehearsal(bytes, snapshots), "morestack-rehearsal"));
    }

    @Override
    public void run() {
        try {
            for (String line : snapshots.rehearsal(Sizes.print(bytes))) {
                Messages.say(line);
            }
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            Messages.say("the result of the rehearsal is lost: " + e);
        }
    }
}
