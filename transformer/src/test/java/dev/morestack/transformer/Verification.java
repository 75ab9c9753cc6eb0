package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicVerifier;
import org.objectweb.asm.util.CheckClassAdapter;

/**
 * Proves that a class file is well formed and that its operands and locals have the right types.
 */
final class Verification {

    private Verification() {}

    /** Verifies with the exact types of all objects, for which it may load other classes. */
    static void verify(ClassFile file) {
        checkShape(file);
        StringWriter problems = new StringWriter();
        CheckClassAdapter.verify(
                file.reader(),
                Verification.class.getClassLoader(),
                false,
                new PrintWriter(problems));
        assertEquals("", problems.toString(), file.name());
    }

    /** Verifies without telling classes apart. */
    static void verifyWithoutLoading(ClassFile file) {
        checkShape(file);
        for (MethodNode method : file.tree().methods) {
            try {
                new Analyzer<>(new BasicVerifier()).analyze(file.name(), method);
            } catch (AnalyzerException e) {
                throw new AssertionError(file.name() + " " + method.name + method.desc, e);
            }
        }
    }

    private static void checkShape(ClassFile file) {
        file.reader().accept(new CheckClassAdapter(new ClassVisitor(Opcodes.ASM9) {}, false), 0);
    }
}
