package dev.morestack.benchmarks.woven;

import dev.morestack.benchmarks.Work;

/** Calls of methods that do nothing but hand on a number, of several classes in turn. */
public final class VirtualCalls implements Work {

    private abstract static class Relay {

        /** Not a leaf, so it has a check; the callee is. */
        long send(long value) {
            return receive(value);
        }

        abstract long receive(long value);
    }

    private static final class Same extends Relay {
        @Override
        long receive(long value) {
            return value;
        }
    }

    private static final class More extends Relay {
        @Override
        long receive(long value) {
            return value + 1;
        }
    }

    private static final class Less extends Relay {
        @Override
        long receive(long value) {
            return value - 1;
        }
    }

    private static final class Twice extends Relay {
        @Override
        long receive(long value) {
            return value * 2;
        }
    }

    private final Relay[] relays = {new Same(), new More(), new Less(), new Twice()};

    @Override
    public long run(int size) {
        long value = 0;
        for (int call = 0; call < size; call++) {
            value = relays[call & 3].send(value);
        }
        return value;
    }
}
