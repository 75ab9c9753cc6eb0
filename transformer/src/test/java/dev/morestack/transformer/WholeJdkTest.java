package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Weaves every class of every module of the running JDK, far more than the agent does. One in
 * {@code morestack.jdk.verify} is verified as well, by default one in ten.
 */
class WholeJdkTest {

    private static final int EVERY = Integer.getInteger("morestack.jdk.verify", 10);

    private final Random random = new Random(20_260_101);
    private final List<String> problems = new ArrayList<>();
    private int classes;
    private int woven;
    private int verified;

    @Test
    @Timeout(300)
    void everyClassOfTheJdkIsWovenAndASampleOfThemVerifies() {
        Corpus.forEach(Corpus.jdk("/"), this::weave);
        assertEquals(List.of(), problems);
        String counts = classes + " classes, " + woven + " woven, " + verified + " verified";
        assertTrue(classes > 10_000 && woven > classes / 2, counts);
        assertTrue(verified > woven / (2 * EVERY), counts);
    }

    private void weave(ClassFile file) {
        classes++;
        Woven result;
        try {
            result = Weaver.weave(file.bytes(), MethodSelection.NONE);
        } catch (RuntimeException | Error e) {
            problems.add(file.name() + ": " + e);
            return;
        }
        for (LeftOut reason : LeftOut.values()) {
            int count = result.leftOut(reason);
            if (count > 0) {
                problems.add(file.name() + ": " + count + " left out as " + reason.label());
            }
        }
        if (result.bytes() == null) {
            return;
        }
        woven++;
        if (isResolved(file) && random.nextInt(EVERY) == 0) {
            verified++;
            verify(new ClassFile(file.name(), result.bytes()));
        }
    }

    /** Asks the JDK's own verifier for class files, which loads nothing that is woven. */
    private void verify(ClassFile file) {
        for (VerifyError error : java.lang.classfile.ClassFile.of().verify(file.bytes())) {
            problems.add(file.name() + ": " + error.getMessage());
        }
    }

    /** Tells whether the verifier can look up the classes of the module, {@code /modules/NAME/}. */
    private static boolean isResolved(ClassFile file) {
        return ModuleLayer.boot().findModule(file.name().split("/", 4)[2]).isPresent();
    }
}
