package dev.morestack.apps.callbacks;

import dev.morestack.apps.Result;
import java.util.concurrent.CompletableFuture;

/** Chains futures, nested and one behind the other. Arguments: the length. */
public final class Composed {

    private Composed() {}

    public static void main(String[] args) {
        int length = Integer.parseInt(args[0]);
        Result.print("nested", nested(length).join());
        Result.print("behind", behind(length));
        Result.print("both-ways", bothWays(length));
    }

    /** Each future is composed while the one before is being composed. */
    private static CompletableFuture<Long> nested(int n) {
        if (n == 0) {
            return CompletableFuture.completedFuture(0L);
        }
        return CompletableFuture.completedFuture(n)
                .thenCompose(i -> nested(i - 1).thenApply(sum -> sum + i));
    }

    /** One completion runs the whole chain. */
    private static long behind(int length) {
        CompletableFuture<Long> first = new CompletableFuture<>();
        CompletableFuture<Long> last = first;
        for (int i = 1; i <= length; i++) {
            long n = i;
            last = last.thenCompose(sum -> CompletableFuture.completedFuture(sum + n));
        }
        first.complete(0L);
        return last.join();
    }

    /** Each completion completes the next future by hand, deeper by some frames. */
    private static long bothWays(int length) {
        CompletableFuture<Long> first = new CompletableFuture<>();
        CompletableFuture<Long> last = first;
        for (int i = 1; i <= length; i++) {
            long n = i;
            CompletableFuture<Long> next = new CompletableFuture<>();
            last.thenCompose(CompletableFuture::completedFuture)
                    .thenAccept(sum -> next.complete(sum + n));
            last = next;
        }
        first.complete(0L);
        return last.join();
    }
}
