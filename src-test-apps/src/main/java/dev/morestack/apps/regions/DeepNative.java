package dev.morestack.apps.regions;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;

/**
 * Recurses in Java and calls native code at the bottom. Arguments: a {@link Starter}, what to call,
 * the depth, a number for the call. With the system property {@code monitors}, it is called with a
 * monitor held.
 */
public final class DeepNative {

    private static final boolean MONITORS = Boolean.getBoolean("monitors");
    private static final Object LOCK = new Object();

    private DeepNative() {}

    /** What is called at the bottom. */
    enum Call {
        /** Without a region. */
        PLAIN {
            @Override
            long at(int number) {
                return Stacks.takePlain(number);
            }
        },
        ALLOCA {
            @Override
            long at(int number) {
                return Stacks.take(number);
            }
        },
        RECURSE {
            @Override
            long at(int number) {
                return Stacks.recurse(number);
            }
        },
        CALL_BACK {
            @Override
            long at(int number) {
                return Stacks.callBack(8 << 20, number);
            }
        },
        POINTER {
            @Override
            long at(int number) {
                return Linked.byPointer(number);
            }
        },
        LINKED_CALL_BACK {
            @Override
            long at(int number) {
                return Linked.callBack(8 << 20, number);
            }
        };

        abstract long at(int number);
    }

    public static void main(String[] args) throws Exception {
        Call call = Call.valueOf(args[1]);
        int depth = Integer.parseInt(args[2]);
        int number = Integer.parseInt(args[3]);
        Starter.valueOf(args[0])
                .run(
                        () -> {
                            Thread self = Thread.currentThread();
                            for (int i = 0; i < 3; i++) {
                                Result.print("result", down(depth, call, number));
                            }
                            Result.print("same", self == Thread.currentThread());
                            Result.print("held", Thread.holdsLock(LOCK));
                        });
    }

    private static long down(int n, Call call, int number) {
        if (n > 0) {
            long result = down(n - 1, call, number);
            return n == 1 ? result + 1 : result;
        }
        if (!MONITORS) {
            return call.at(number) - 1;
        }
        synchronized (LOCK) {
            return call.at(number) - (Thread.holdsLock(LOCK) ? 1 : 0);
        }
    }

    /** Called by native code. */
    static long fromNative(long depth) {
        return depth == 0 ? 0 : depth + fromNative(depth - 1);
    }
}
