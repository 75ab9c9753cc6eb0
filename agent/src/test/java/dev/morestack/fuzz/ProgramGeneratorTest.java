package dev.morestack.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgramGeneratorTest {
    private static final Set<Feature> FEATURES =
            Feature.parse("+STATIC_INITIALISERS,+REGIONS,+POLICIES");

    private static Stream<MethodModel> methods(int seeds) {
        return LongStream.rangeClosed(1, seeds)
                .mapToObj(seed -> ProgramGenerator.generate(seed, Size.SMALL, FEATURES))
                .flatMap(program -> program.methods().stream());
    }

    private static Stream<Piece> pieces(int seeds) {
        return methods(seeds).flatMap(method -> method.body().stream()).flatMap(Piece::all);
    }

    private static <E extends Enum<E>> void assertAll(Class<E> type, Stream<E> found) {
        assertEquals(EnumSet.allOf(type), found.collect(Collectors.toSet()));
    }

    @Test
    void theSameSeedMakesTheSameClassFiles() {
        for (long seed = 1; seed <= 20; seed++) {
            Map<String, byte[]> one = classes(seed);
            Map<String, byte[]> other = classes(seed);
            assertEquals(one.keySet(), other.keySet());
            one.forEach((name, bytes) -> assertArrayEquals(bytes, other.get(name), name));
        }
    }

    private static Map<String, byte[]> classes(long seed) {
        return ProgramWriter.write(ProgramGenerator.generate(seed, Size.SMALL, FEATURES));
    }

    @Test
    void everyKindStyleShapeAndPieceOccurs() {
        assertAll(MethodKind.class, methods(100).map(MethodModel::kind));
        assertAll(MethodModel.Shape.class, methods(100).flatMap(m -> m.shapes().stream()));
        assertAll(Piece.Kind.class, pieces(100).map(Piece::kind));
        assertAll(CallStyle.class, pieces(100).filter(Piece::isCall).map(Piece::style));
    }

    @Test
    void tagsOfEverySizeAndPolicyAreInTheClassFiles() {
        Set<String> values =
                methods(100)
                        .flatMap(method -> method.tags().values().stream())
                        .collect(Collectors.toSet());
        assertTrue(
                values.containsAll(Set.of("64k", "16384k", "segments", "adaptive", "carrier")),
                values.toString());
        for (long seed = 1; seed <= 20; seed++) {
            long tags = 0;
            for (byte[] file : classes(seed).values()) {
                String text = new String(file, StandardCharsets.ISO_8859_1);
                tags += text.contains("Ldev/morestack/BigStack;") ? 1 : 0;
            }
            ProgramModel model = ProgramGenerator.generate(seed, Size.SMALL, FEATURES);
            assertEquals(
                    model.methods().stream()
                            .filter(m -> m.tags().containsKey("Ldev/morestack/BigStack;"))
                            .count(),
                    tags);
        }
    }

    @Test
    void everyClassFileVersionThatMattersOccurs() {
        Set<Integer> found =
                methods(100)
                        .map(MethodModel::version)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(found.containsAll(Set.of(45, 46, 49, 50, 51, 52, 55, 61, 65)), found.toString());
    }

    @Test
    void longFramesWideArgumentsAndSubroutinesOccur() {
        assertTrue(methods(100).anyMatch(m -> m.gap() > 1_000));
        assertTrue(methods(100).anyMatch(m -> m.argumentSlots() > 200));
        assertTrue(
                methods(100)
                        .filter(
                                m ->
                                        m.body().stream()
                                                .flatMap(Piece::all)
                                                .anyMatch(p -> p.kind() == Piece.Kind.SUBROUTINE))
                        .noneMatch(MethodModel::needsFrames));
    }

    @Test
    void aFeatureThatIsLeftOutDoesNotOccur() {
        Set<Feature> some = Feature.parse("-LAMBDAS,-EXCEPTIONS");
        LongStream.rangeClosed(1, 50)
                .mapToObj(seed -> ProgramGenerator.generate(seed, Size.SMALL, some))
                .flatMap(program -> program.methods().stream())
                .flatMap(method -> method.body().stream())
                .flatMap(Piece::all)
                .forEach(
                        piece -> {
                            assertNotEquals(Feature.LAMBDAS, piece.style().feature);
                            assertNotEquals(Feature.EXCEPTIONS, piece.kind().feature);
                        });
    }

    @Test
    void everyProgramEndsAndSomeGoAsDeepAsTheyMay() throws Exception {
        int deepest = 0;
        for (long seed = 1; seed <= 20; seed++) {
            ProgramModel model = ProgramGenerator.generate(seed, Size.SMALL, Feature.parse(""));
            Map<String, byte[]> classes = ProgramWriter.write(model);
            Walk walk = new Walk(model.plan(), FrameSizes.of(model, classes));
            Program program = new Program(model, classes);
            Trace trace = new Trace(walk, program, null, false);
            program.reportTo(trace);
            String[] line = new String[1];
            Host.HUGE.run(() -> line[0] = trace.run());
            assertTrue(line[0].matches("[0-9a-f]{16} .*"), line[0]);
            deepest = Math.max(deepest, walk.deepest());
        }
        assertTrue(deepest > Size.SMALL.depth / 2, "deepest " + deepest);
    }
}
