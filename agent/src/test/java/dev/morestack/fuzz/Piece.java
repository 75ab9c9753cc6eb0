package dev.morestack.fuzz;

import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of a generated method's body.
 *
 * @param number what the kind makes of it: a callee, a flavour, a lock
 * @param inner the pieces it encloses, or none
 */
record Piece(Kind kind, int number, CallStyle style, List<Piece> inner) {

    /** What a piece does. */
    enum Kind implements Dice.Weighted {
        /** Calls a method when the walk goes down. */
        CALL(Feature.CALLS, 0),
        /** Calls a method as long as the walk goes down. */
        LOOP(Feature.CALLS, 6),
        /** A loop whose call is in a try block, so that it goes on after an exception. */
        RETRY(Feature.EXCEPTIONS, 6),
        /** One of its inner pieces, chosen by the walk. */
        SWITCH(Feature.CALLS, 10),
        /** A short loop without a call, which on-stack replacement may catch. */
        SPIN(Feature.CALLS, 2),
        CATCH(Feature.EXCEPTIONS, 9),
        FINALLY(Feature.EXCEPTIONS, 5),
        /** A finally block as javac 1.4 wrote it, by jsr and ret. */
        SUBROUTINE(Feature.SUBROUTINES, 8),
        FAULT(Feature.EXCEPTIONS, 5),
        MONITOR(Feature.SYNCHRONIZED, 5),
        /** Keeps fresh objects in a local across its inner pieces. */
        KEEP(Feature.ALLOCATION, 5),
        /** Keeps values of all types on the operand stack across its inner piece. */
        LIVE_STACK(Feature.LIVE_STACK, 6),
        WALK(Feature.STACK_WALKS, 2),
        DEED(Feature.CALLS, 2);

        final Feature feature;
        private final int weight;

        Kind(Feature feature, int weight) {
            this.feature = feature;
            this.weight = weight;
        }

        @Override
        public int weight() {
            return weight;
        }
    }

    Piece(Kind kind, int number) {
        this(kind, number, CallStyle.DIRECT, List.of());
    }

    Piece(Kind kind, int number, List<Piece> inner) {
        this(kind, number, CallStyle.DIRECT, inner);
    }

    /** Whether the piece itself calls another method. */
    boolean isCall() {
        return kind == Kind.CALL || kind == Kind.LOOP || kind == Kind.RETRY;
    }

    /** The piece and all the pieces in it. */
    Stream<Piece> all() {
        return Stream.concat(Stream.of(this), inner.stream().flatMap(Piece::all));
    }
}
