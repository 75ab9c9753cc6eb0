/*
 * EXAMPLE 05: reading the report
 *
 * With the option "report" Morestack writes a summary when the program ends: to stderr, as here, or
 * to a file. What the lines mean:
 *
 *   spills                   how often a thread's frames went to the heap; a spill takes well below
 *                            a microsecond, so thousands a second are nothing and millions are
 *                            worth a look
 *   bytes frozen             how many bytes of frames that was; frames that came back and went
 *                            again count each time
 *   pinned: ...              spills that could not be, by reason; no harm while few, for the thread
 *                            goes on with what is left of its physical stack
 *   limit hits               how often a thread ran into the limit and got a StackOverflowError
 *   budget hits              the same, because all threads together had used up the budget
 *   roots                    platform threads that were prepared to spill
 *   regions entered          calls of @BigStack methods, whether there was room or not
 *   moves to a big carrier   how often a region needed more room than a stack has, and of virtual
 *                            threads among them; big carriers are the stacks for that
 *   moves to grow            how often a thread that kept spilling went on on a big carrier
 *   regions without room     how often a region had to do with less: frames that cannot be frozen
 *                            stood below it, or the thread had no root
 *   deepest stack            the most stack that a thread has had, in the heap and outside
 *   classes woven            classes with at least one check, of the program and of the JDK
 *   methods with a check     and those that need none, by reason
 *   left out, ...            classes that were not woven, by reason; recursion through them alone
 *                            overflows as without Morestack
 *
 * With --profile=true there is more: which methods switch, in which recursion, on which thread, and
 * how long that takes. docs/profiling.md has it all.
 *
 * $ ./morestack run --policy=segments --report=stderr -- -cp examples/target/classes dev.morestack.examples.Example05Report
 * morestack 0.1.0: stacks grow, up to 512m a thread
 * 100000 frames
 * 100000 frames
 * morestack report
 * spills                                      2092
 * spills of virtual threads                   506
 * bytes frozen                                15080064
 * pinned: native frame                        0
 * pinned: monitor held                        0
 * pinned: critical section                    0
 * pinned: no room to freeze                   0
 * pinned: virtual thread                      0
 * limit hits                                  0
 * budget hits                                 0
 * roots                                       4
 * regions entered                             0
 * moves to a big carrier                      0
 * moves of virtual threads                    0
 * moves to grow                               0
 * big carriers started                        0
 * regions without room                        0
 * deepest stack, bytes                        7217400
 * classes woven                               207
 * methods with a check                        1944
 * methods without, no code                    388
 * methods without, no call                    317
 * methods without, only leaf calls            236
 * methods without, only bounded calls         91
 * methods without, only checked calls         371
 * left out, unreadable                        0
 * left out, too large                         0
 * left out, failed                            0
 * loaded classes not retransformed            0
 */
package dev.morestack.examples;

/** Recurses deep on a platform thread and on a virtual one. */
public final class Example05Report {

    private static final int DEPTH = 100_000;

    private Example05Report() {}

    public static void main(String[] arguments) throws InterruptedException {
        run(Thread.ofPlatform());
        run(Thread.ofVirtual());
    }

    private static void run(Thread.Builder builder) throws InterruptedException {
        builder.start(() -> System.out.println(descend(DEPTH) + " frames")).join();
    }

    private static int descend(int frames) {
        return frames == 0 ? 0 : 1 + descend(frames - 1);
    }
}
