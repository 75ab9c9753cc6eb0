/*
 * EXAMPLE 09: native code (JNI) gets a big stack, for as long as it needs it
 *
 * Frames of native code cannot move to the heap: what they need has to be there in one piece. A
 * method that calls native code says how much with @BigStack, here 8 MB, and everything that it
 * calls is covered. The thread goes to a pooled stack of that size, once for all the calls of the
 * loop, and back when the method returns. Here a million frames of Java lie below.
 *
 * Without the agent the annotation does nothing, and the recursion overflows as ever.
 *
 * $ ./morestack run --policy=segments --report=stderr -- --enable-native-access=ALL-UNNAMED -cp examples/target/classes:examples/target/lib/* dev.morestack.examples.Example09NativeMethod
 * morestack 0.1.0: stacks grow, up to 512m a thread
 * 1000 texts compressed and back at a depth of 1000000
 * morestack report
 * ...
 * regions entered                             1
 * moves to a big carrier                      1
 * moves of virtual threads                    0
 * ...
 * regions without room                        0
 * ...
 *
 * $ java -cp examples/target/classes:examples/target/lib/* dev.morestack.examples.Example09NativeMethod
 * StackOverflowError
 */
package dev.morestack.examples;

import com.github.luben.zstd.Zstd;
import dev.morestack.BigStack;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Compresses with zstd, which is written in C, at the bottom of a deep recursion. */
public final class Example09NativeMethod {

    private static final int DEPTH = 1_000_000;
    private static final int TEXTS = 1_000;

    private Example09NativeMethod() {}

    public static void main(String[] arguments) {
        try {
            int right = descend(DEPTH);
            System.out.println(right + " texts compressed and back at a depth of " + DEPTH);
        } catch (StackOverflowError e) {
            System.out.println("StackOverflowError");
        }
    }

    private static int descend(int frames) {
        return frames == 0 ? compressAll() : descend(frames - 1);
    }

    /** The caller of the loop is tagged, not what the loop calls. */
    @BigStack("8m")
    private static int compressAll() {
        int right = 0;
        for (int number = 0; number < TEXTS; number++) {
            byte[] text = ("text " + number).repeat(50).getBytes(StandardCharsets.UTF_8);
            byte[] compressed = Zstd.compress(text);
            if (Arrays.equals(text, Zstd.decompress(compressed, text.length))) {
                right++;
            }
        }
        return right;
    }
}
