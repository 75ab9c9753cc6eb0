package dev.morestack.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Chooses the pieces of one method's body. */
final class BodyGenerator {
    private static final int DEEPEST_NESTING = 3;

    private final Dice dice;
    private final Set<Feature> features;
    private final int version;
    private final boolean oldVerifier;
    private final int methods;

    /**
     * @param oldVerifier whether the class is without stack map frames, and so may have subroutines
     * @param methods how many methods there are to call
     */
    BodyGenerator(Dice dice, Set<Feature> features, int version, boolean oldVerifier, int methods) {
        this.dice = dice;
        this.features = features;
        this.version = version;
        this.oldVerifier = oldVerifier;
        this.methods = methods;
    }

    /** A body of so many pieces or a few more, of which one calls. */
    List<Piece> body(int pieces) {
        List<Piece> body = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            body.add(piece(0, false));
        }
        if (body.stream().flatMap(Piece::all).noneMatch(Piece::isCall)) {
            body.add(dice.below(body.size() + 1), call(Piece.Kind.CALL));
        }
        // Only a method that can call again after its first calls have returned turns a walk round.
        if (dice.oneIn(2)) {
            boolean retry = features.contains(Feature.EXCEPTIONS) && dice.oneIn(2);
            body.add(call(retry ? Piece.Kind.RETRY : Piece.Kind.LOOP));
        }
        if (features.contains(Feature.EXCEPTIONS) && dice.oneIn(3)) {
            body.add(new Piece(Piece.Kind.FAULT, dice.below(64)));
        }
        return List.copyOf(body);
    }

    private Piece piece(int level, boolean stackIsLive) {
        if (level == DEEPEST_NESTING || dice.oneIn(3)) {
            return call(Piece.Kind.CALL);
        }
        Piece.Kind kind =
                dice.weigh(
                        Arrays.stream(Piece.Kind.values())
                                .filter(k -> features.contains(k.feature))
                                .filter(k -> fits(k, stackIsLive))
                                .toList());
        return switch (kind) {
            case CALL, LOOP, RETRY -> call(kind);
            case SWITCH -> new Piece(kind, 0, inner(dice.between(2, 4), level, stackIsLive));
            case CATCH, FINALLY, SUBROUTINE, MONITOR, KEEP ->
                    new Piece(kind, dice.below(64), inner(dice.between(1, 2), level, stackIsLive));
            case LIVE_STACK -> new Piece(kind, dice.between(1, 40), inner(1, level, true));
            case SPIN, FAULT, WALK -> new Piece(kind, dice.below(64));
            case DEED -> deed();
        };
    }

    /** An exception handler drops what is below on the operand stack, so it cannot come back. */
    private boolean fits(Piece.Kind kind, boolean stackIsLive) {
        return switch (kind) {
            case CATCH, RETRY -> !stackIsLive;
            case SUBROUTINE -> oldVerifier && !stackIsLive;
            default -> true;
        };
    }

    private List<Piece> inner(int count, int level, boolean stackIsLive) {
        List<Piece> inner = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            inner.add(piece(level + 1, stackIsLive));
        }
        return List.copyOf(inner);
    }

    private Piece call(Piece.Kind kind) {
        CallStyle style =
                dice.weigh(
                        Arrays.stream(CallStyle.values())
                                .filter(s -> features.contains(s.feature))
                                .filter(s -> s.firstVersion <= version)
                                .toList());
        return new Piece(kind, dice.below(methods), style, List.of());
    }

    private Piece deed() {
        Deed deed =
                dice.pick(
                        Arrays.stream(Deed.values())
                                .filter(d -> features.contains(d.feature))
                                .toList());
        return new Piece(Piece.Kind.DEED, deed.ordinal());
    }
}
