package dev.morestack.apps.neighbours;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;
import org.mockito.MockedStatic;
import org.mockito.Mockito;

/**
 * Recurses through mocks, spies and mocked static methods of Mockito, which changes the program's
 * classes by an agent that it attaches to its own JVM. Arguments: a {@link Starter}, the depth of
 * the program's own frames, the depth through mocks.
 */
public final class Mocked {

    private Mocked() {}

    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[1]);
        int throughMocks = Integer.parseInt(args[2]);
        Starter.valueOf(args[0]).run(() -> start(depth, throughMocks));
    }

    private static void start(int depth, int throughMocks) {
        Result.print("sum", new Adder().sum(depth));
        Adder mock = Mockito.mock(Adder.class);
        Mockito.when(mock.by(7)).thenReturn(70);
        Result.print("mock", mock.by(7));
        Result.print("not-mocked", mock.sum(10));
        Adder spy = Mockito.spy(new Adder());
        Result.print("spy", spy.sum(throughMocks));
        Mockito.verify(spy, Mockito.times(throughMocks)).by(Mockito.anyInt());
        try (MockedStatic<Adder> statics = Mockito.mockStatic(Adder.class)) {
            statics.when(Adder::name).thenReturn("mocked");
            Result.print("static", Adder.name());
        }
        Result.print("static-afterwards", Adder.name());
        Result.print("again", new Adder().sum(depth));
    }

    /** Final, which only inline mocks can do. */
    static final class Adder {

        long sum(int n) {
            return n == 0 ? 0 : by(n) + sum(n - 1);
        }

        int by(int n) {
            return n;
        }

        static String name() {
            return "real";
        }
    }
}
