package dev.morestack.fuzz;

import dev.morestack.BigStack;
import dev.morestack.GrowableStack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;

/** Makes a program of mutually recursive methods out of a seed; the same seed, the same program. */
final class ProgramGenerator {
    private static final List<Type> PRIMITIVES =
            List.of(
                    Type.INT_TYPE,
                    Type.LONG_TYPE,
                    Type.LONG_TYPE,
                    Type.DOUBLE_TYPE,
                    Type.DOUBLE_TYPE,
                    Type.FLOAT_TYPE,
                    Type.BOOLEAN_TYPE,
                    Type.BYTE_TYPE,
                    Type.CHAR_TYPE,
                    Type.SHORT_TYPE);
    private static final List<Type> REFERENCES =
            List.of(
                    Type.getObjectType("java/lang/Object"),
                    Type.getObjectType("java/lang/String"),
                    Type.getType("[J"));

    /** Those that let every program go as deep as on a huge stack. */
    private static final List<String> POLICIES = List.of("segments", "adaptive", "carrier");

    /** JVMS 4.3.3 allows 255 slots, the receiver's included. */
    private static final int MOST_ARGUMENT_SLOTS = 254;

    private final Dice dice;
    private final long seed;
    private final Set<Feature> features;

    private ProgramGenerator(long seed, Set<Feature> features) {
        this.seed = seed;
        this.features = features;
        dice = new Dice(seed);
    }

    static ProgramModel generate(long seed, Size size, Set<Feature> features) {
        Set<Feature> possible = EnumSet.noneOf(Feature.class);
        possible.addAll(features);
        if (size == Size.LIMITED || size == Size.SHALLOW) {
            // A method that cannot grow has no check, so nothing stops a recursion through it
            // alone.
            possible.remove(Feature.LONG_CODE);
        }
        return new ProgramGenerator(seed, possible).program(size);
    }

    private ProgramModel program(Size size) {
        WalkPlan plan = WalkPlan.choose(dice, size);
        int count = dice.oneIn(10) ? 1 : dice.between(2, 12);
        List<MethodModel> methods = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            methods.add(method(id, count));
        }
        return new ProgramModel(seed, List.copyOf(methods), plan);
    }

    private MethodModel method(int id, int count) {
        int version = ClassVersion.choose(dice);
        boolean frames = dice.oneIn(2);
        MethodKind kind =
                dice.weigh(
                        Arrays.stream(MethodKind.values())
                                .filter(k -> features.contains(k.feature))
                                .filter(k -> k.firstVersion <= version)
                                .toList());
        Set<MethodModel.Shape> shapes = shapes(kind);
        // A compact body keeps room for the switch that makes the code as long as it may be.
        boolean compact = shapes.contains(MethodModel.Shape.LONGEST_CODE);
        boolean old = version < ClassVersion.JAVA_6 || version == ClassVersion.JAVA_6 && !frames;
        List<Piece> body =
                new BodyGenerator(dice, features, version, old, count)
                        .body(compact ? 1 : dice.between(1, 5));
        return new MethodModel(
                id,
                kind,
                ProgramModel.packageOf(seed) + "M" + id,
                version,
                frames,
                arguments(compact),
                result(kind),
                dice.anyLong(),
                gap(),
                keepers(),
                kind == MethodKind.CONSTRUCTOR ? dice.between(0, body.size()) : 0,
                shapes,
                tags(),
                body);
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        if (features.contains(Feature.REGIONS) && dice.oneIn(3)) {
            // From 64k, for which there is room, to 16m, for which there is none but elsewhere.
            tags.put(Type.getDescriptor(BigStack.class), (64 << dice.below(9)) + "k");
        }
        if (features.contains(Feature.POLICIES) && dice.oneIn(3)) {
            tags.put(Type.getDescriptor(GrowableStack.class), dice.pick(POLICIES));
        }
        return tags;
    }

    private Set<MethodModel.Shape> shapes(MethodKind kind) {
        Set<MethodModel.Shape> shapes = EnumSet.noneOf(MethodModel.Shape.class);
        for (MethodModel.Shape shape : MethodModel.Shape.values()) {
            boolean chosen = dice.oneIn(shape == MethodModel.Shape.LONGEST_CODE ? 40 : 4);
            if (chosen && possible(shape, kind)) {
                shapes.add(shape);
            }
        }
        return shapes;
    }

    private boolean possible(MethodModel.Shape shape, MethodKind kind) {
        return switch (shape) {
            case SYNCHRONIZED -> features.contains(Feature.SYNCHRONIZED) && kind.maySynchronize();
            case HANDLER_AT_ZERO -> features.contains(Feature.EXCEPTIONS);
            case EARLY_FIELD, RECURSIVE_SUPER -> kind == MethodKind.CONSTRUCTOR;
            case LONGEST_CODE -> features.contains(Feature.LONG_CODE);
            case LOOP_AT_ZERO, DEBUG_INFO -> true;
        };
    }

    private List<Type> arguments(boolean few) {
        boolean wide = !few && features.contains(Feature.WIDE_ARGUMENTS) && dice.oneIn(12);
        int most = wide ? dice.between(20, MOST_ARGUMENT_SLOTS) : dice.below(7);
        List<Type> arguments = new ArrayList<>();
        for (int slots = 0; ; ) {
            Type type = type();
            slots += type.getSize();
            if (slots > most) {
                return List.copyOf(arguments);
            }
            arguments.add(type);
        }
    }

    private Type result(MethodKind kind) {
        return kind == MethodKind.CONSTRUCTOR || dice.oneIn(8) ? Type.VOID_TYPE : type();
    }

    private Type type() {
        return dice.pick(dice.oneIn(4) ? REFERENCES : PRIMITIVES);
    }

    private int gap() {
        if (!features.contains(Feature.LONG_FRAMES) || !dice.oneIn(8)) {
            return dice.below(4);
        }
        return dice.oneIn(12) ? dice.between(1_000, 3_000) : dice.between(20, 400);
    }

    private List<Type> keepers() {
        boolean many = features.contains(Feature.LONG_FRAMES) && dice.oneIn(10);
        List<Type> keepers = new ArrayList<>();
        for (int i = many ? dice.between(10, 60) : dice.below(5); i > 0; i--) {
            keepers.add(type());
        }
        return List.copyOf(keepers);
    }
}
