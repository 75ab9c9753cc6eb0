package dev.morestack.transformer.subjects;

import dev.morestack.BigStack;
import dev.morestack.FixedStack;
import dev.morestack.GrowableStack;
import java.io.IOException;

/** Methods with regions and with policies, by annotation. */
abstract class Tagged {

    @BigStack
    static synchronized native long mixed(byte b, double d, Object o) throws IOException;

    @BigStack("4m")
    native String receiver(long l, int[] numbers);

    @BigStack("64k")
    static int branches(int n, Object o) {
        for (long i = 0; i < n; i++) {
            if (o instanceof String text) {
                return text.length();
            }
        }
        try {
            return (Integer) o;
        } catch (NullPointerException e) {
            return -1;
        }
    }

    @FixedStack
    static void fixed(Runnable task) {
        task.run();
    }

    @BigStack("1m")
    @GrowableStack("carrier")
    static double both(double d) {
        return d < 0 ? Math.cbrt(d) : d;
    }

    @BigStack
    @GrowableStack
    abstract int withoutCode();

    static int plain(int n) {
        return n;
    }
}
