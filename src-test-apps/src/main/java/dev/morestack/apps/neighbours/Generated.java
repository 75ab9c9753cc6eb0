package dev.morestack.apps.neighbours;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.bind.annotation.Argument;
import net.bytebuddy.implementation.bind.annotation.SuperCall;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Recurses through classes that are made while the program runs, also by the thread that is deep.
 * Arguments: a {@link Starter}, the depth.
 */
public final class Generated {

    private Generated() {}

    /** What the made classes implement. */
    public interface Step {
        long down(int n) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[1]);
        Starter.valueOf(args[0])
                .run(
                        () -> {
                            try {
                                start(depth);
                            } catch (Exception e) {
                                Result.print("failed", e);
                            }
                        });
    }

    private static void start(int depth) throws Exception {
        Result.print("proxy", proxy().down(depth));
        Result.print("hidden", hidden().down(depth));
        Result.print("subclass", subclass().down(depth));
        Result.print("made-deep", makeDeep(depth));
    }

    private static Step proxy() {
        Step[] self = new Step[1];
        InvocationHandler handler =
                (proxy, method, args) -> {
                    int n = (int) args[0];
                    return n == 0 ? 0L : n + self[0].down(n - 1);
                };
        self[0] =
                (Step)
                        Proxy.newProxyInstance(
                                Generated.class.getClassLoader(),
                                new Class<?>[] {Step.class},
                                handler);
        return self[0];
    }

    /** Hidden classes are shown to no agent, so this one calls the program's on each turn. */
    private static Step hidden() throws Exception {
        String file = Relay.class.getName().replace('.', '/') + ".class";
        try (InputStream in = ClassLoader.getSystemResourceAsStream(file)) {
            Class<?> made =
                    MethodHandles.lookup().defineHiddenClass(in.readAllBytes(), true).lookupClass();
            return (Step) made.getDeclaredConstructor().newInstance();
        }
    }

    private static Step subclass() throws Exception {
        return new ByteBuddy()
                .subclass(Adder.class)
                .method(ElementMatchers.named("down"))
                .intercept(MethodDelegation.to(Interceptor.class))
                .make()
                .load(Generated.class.getClassLoader())
                .getLoaded()
                .getDeclaredConstructor()
                .newInstance();
    }

    private static long makeDeep(int n) throws Exception {
        return n == 0 ? hidden().down(100) + subclass().down(100) : makeDeep(n - 1);
    }

    /** Defined once more as a hidden class. */
    public static class Relay implements Step {

        /** Called by reflection. */
        public Relay() {}

        @Override
        public long down(int n) throws Exception {
            return Generated.down(this, n);
        }
    }

    static long down(Object relay, int n) throws Exception {
        return n == 0 ? 0 : n + ((Step) relay).down(n - 1);
    }

    /** Subclassed by Byte Buddy. */
    public static class Adder implements Step {

        /** Called by reflection. */
        public Adder() {}

        @Override
        public long down(int n) throws Exception {
            return n == 0 ? 0 : n + down(n - 1);
        }
    }

    /** What Byte Buddy's subclass calls. */
    public static final class Interceptor {

        private Interceptor() {}

        /** Called by the subclass. */
        public static long down(@Argument(0) int n, @SuperCall Callable<Long> above)
                throws Exception {
            return above.call();
        }
    }
}
