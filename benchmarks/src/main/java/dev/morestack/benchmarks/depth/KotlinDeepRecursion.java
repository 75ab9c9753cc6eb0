package dev.morestack.benchmarks.depth;

import dev.morestack.benchmarks.Work;
import dev.morestack.benchmarks.woven.FrameLoad;
import kotlin.DeepRecursiveFunction;
import kotlin.DeepRecursiveKt;
import kotlin.DeepRecursiveScope;
import kotlin.ResultKt;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.RestrictedSuspendLambda;
import kotlin.jvm.functions.Function3;

/**
 * Kotlin's {@code DeepRecursiveFunction}, with the class that kotlinc makes of
 *
 * <pre>
 * DeepRecursiveFunction&lt;Long, Long&gt; { n -> if (n == 0L) 0L else callRecursive(n - 1) + 1L }
 * </pre>
 *
 * <p>The argument is the number of frames and the seed as one object when frames work.
 */
final class KotlinDeepRecursion implements Work {

    private record Argument(int frames, long seed) {}

    private final DeepRecursiveFunction<Argument, Long> function =
            new DeepRecursiveFunction<>(new Body(null));

    @Override
    public long run(int size) {
        return DeepRecursiveKt.invoke(function, new Argument(size, size));
    }

    /** A state machine with two states: before the call, and behind it. */
    @SuppressWarnings("serial") // Kotlin's lambdas are serializable; this one is not serialised
    private static final class Body extends RestrictedSuspendLambda
            implements Function3<
                    DeepRecursiveScope<Argument, Long>,
                    Argument,
                    Continuation<? super Long>,
                    Object> {

        private int label;
        private DeepRecursiveScope<Argument, Long> scope;
        private Argument argument;
        private long[] held;

        Body(Continuation<Object> completion) {
            super(3, completion);
        }

        @Override
        @SuppressWarnings("unchecked") // as the code that kotlinc generates does
        public Object invoke(
                DeepRecursiveScope<Argument, Long> receiver,
                Argument value,
                Continuation<? super Long> completion) {
            Body body = new Body((Continuation<Object>) (Continuation<?>) completion);
            body.scope = receiver;
            body.argument = value;
            return body.invokeSuspend(Unit.INSTANCE);
        }

        @Override
        protected Object invokeSuspend(Object result) {
            Object answer = result;
            if (label == 0) {
                ResultKt.throwOnFailure(result);
                if (argument.frames() == 0) {
                    return 0L;
                }
                long value = FrameLoad.BUSY ? FrameLoad.work(argument.seed()) : argument.seed();
                held = FrameLoad.ALLOCATING ? FrameLoad.hold(value) : null;
                label = 1;
                answer = scope.callRecursive(new Argument(argument.frames() - 1, value), this);
                if (answer == IntrinsicsKt.getCOROUTINE_SUSPENDED()) {
                    return answer;
                }
            }
            ResultKt.throwOnFailure(answer);
            return (Long) answer + (FrameLoad.ALLOCATING ? held[0] : 1);
        }
    }
}
