package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.morestack.Region;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.Opcodes;

/**
 * What weaving makes of a class, as text to read. A change of the weaving shows here line by line,
 * wanted or not; {@code docs/building.md} tells how to accept it.
 */
class SnapshotTest {

    @ParameterizedTest
    @CsvSource({
        "plain-method, Plain",
        "late-check, Fibonacci",
        "constructor, Construction",
        "static-initialiser, Initialised",
        "synchronized-method, Locked",
        "lambda, Functional",
        "run-of-a-thread, Worker",
        "run-that-begins-with-a-loop, Worker$Looping"
    })
    void aCompiledClass(String topic, String subject) {
        compare(topic, Subject.file(subject).woven());
    }

    @Test
    void aMethodThatNativeCodeCalls() {
        MethodSelection entry =
                new MethodSelection() {
                    @Override
                    public boolean contains(String className, String method) {
                        return method.equals("of");
                    }
                };
        compare("entry", Subject.file("Fibonacci").woven(entry));
    }

    @Test
    void regionsAndPoliciesByAnnotation() {
        compare("tagged", Rules.none().regionsOf(Subject.file("Tagged"), true));
    }

    @Test
    void regionsOfAClassThatIsLoadedAlready() {
        compare("tagged-loaded", Rules.none().regionsOf(Subject.file("Tagged"), false));
    }

    @Test
    void aRegionBelowItsCheck() {
        compare("tagged-checked", Rules.none().weave(Subject.file("Tagged"), true));
    }

    @Test
    void callsThatNeedARegion() {
        compare("calls-in-regions", RegionTest.ofCalls());
    }

    @Test
    void theApiOfPrograms() {
        ClassFile region = ClassFile.of(Region.class);
        compare("region-api", new ClassFile(region.name(), ProgramApi.apply(region.bytes())));
    }

    @Test
    void aFrameWhoseChargeIsNoShort() {
        ClassFile file =
                ClassFile.withMethod(
                        "()V",
                        code -> {
                            code.visitInsn(Opcodes.DCONST_0);
                            code.visitVarInsn(Opcodes.DSTORE, 5_000);
                            code.visitMethodInsn(
                                    Opcodes.INVOKESTATIC, "made/ByHand", "m", "()V", false);
                            code.visitInsn(Opcodes.RETURN);
                        });
        compare("long-frame", file.woven());
    }

    @Test
    void aClassOfTheFirstVersionWithSubroutines() {
        compare("version-45", VersionedClass.write(Opcodes.V1_1).woven());
    }

    @Test
    void whatDiffersIsShownBetweenAFewEqualLines() {
        List<String> expected = List.of("1", "2", "3", "4", "5", "old", "6", "7", "8", "9", "10");
        List<String> actual =
                List.of("1", "2", "3", "4", "5", "new", "newer", "6", "7", "8", "9", "10");
        assertEquals(
                """
                not as in a.txt (-Dmorestack.snapshots=rewrite)
                  2
                  3
                  4
                  5
                - old
                + new
                + newer
                  6
                  7
                  8
                  9
                """,
                Snapshot.difference(Path.of("a.txt"), expected, actual));
    }

    private static void compare(String topic, ClassFile woven) {
        Verification.verifyWithoutLoading(woven);
        Snapshot.compare(topic, woven);
    }
}
