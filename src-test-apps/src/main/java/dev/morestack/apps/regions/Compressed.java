package dev.morestack.apps.regions;

import com.github.luben.zstd.Zstd;
import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;
import java.util.Arrays;

/**
 * Compresses with zstd and back, at the bottom of a recursion. Arguments: a {@link Starter}, the
 * depth, the bytes.
 */
public final class Compressed {

    private Compressed() {}

    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[1]);
        byte[] bytes = new byte[Integer.parseInt(args[2])];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * i >>> 7);
        }
        Starter.valueOf(args[0])
                .run(
                        () -> {
                            for (int level : new int[] {1, 9, 19}) {
                                Result.print("same", down(depth, bytes, level));
                            }
                        });
    }

    private static boolean down(int n, byte[] bytes, int level) {
        return n == 0 ? isSame(bytes, level) : down(n - 1, bytes, level);
    }

    private static boolean isSame(byte[] bytes, int level) {
        byte[] compressed = Zstd.compress(bytes, level);
        return compressed.length < bytes.length
                && Arrays.equals(bytes, Zstd.decompress(compressed, bytes.length));
    }
}
