package dev.morestack.fuzz;

import java.util.function.LongUnaryOperator;

/** Calls with a scoped value bound, on JVMs that have them, which are those from 25 on. */
final class Scopes {
    private static final boolean PRESENT = Runtime.version().feature() >= 25;

    private Scopes() {}

    static long call(Trace trace, LongUnaryOperator operator, long argument) {
        return PRESENT ? Bound.call(trace, operator, argument) : operator.applyAsLong(argument);
    }

    /** Apart, so that an older JVM never links it. */
    private static final class Bound {
        private static final ScopedValue<Long> VALUE = ScopedValue.newInstance();

        private Bound() {}

        static long call(Trace trace, LongUnaryOperator operator, long argument) {
            long outer = VALUE.isBound() ? VALUE.get() : 0;
            long result =
                    ScopedValue.where(VALUE, argument)
                            .call(
                                    () -> {
                                        long inside = operator.applyAsLong(argument);
                                        trace.mix(EventLog.LIBRARY, VALUE.get());
                                        return inside;
                                    });
            trace.mix(EventLog.LIBRARY, outer - (VALUE.isBound() ? VALUE.get() : 0));
            return result;
        }
    }
}
