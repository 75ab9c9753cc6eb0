package dev.morestack.fuzz;

import java.util.List;
import org.objectweb.asm.Opcodes;

/** The class-file versions that programs are written in. */
final class ClassVersion {
    static final int JAVA_6 = 50;
    static final int JAVA_7 = 51;
    static final int JAVA_8 = 52;

    /** From this version on a private method may be the target of invokevirtual (JEP 181). */
    static final int JAVA_11 = 55;

    /** Version 45, whose minor number is 3, and all whose rules differ from those before. */
    private static final List<Integer> WRITTEN =
            List.of(45, 46, 48, 49, 50, 50, 51, 52, 52, 53, 55, 61, 65, 67, 69);

    private ClassVersion() {}

    /** A version that the running JVM reads; the dice are thrown alike on every JVM. */
    static int choose(Dice dice) {
        return Math.min(dice.pick(WRITTEN), Runtime.version().feature() + 44);
    }

    /** The version as a class file and {@code ClassVisitor.visit} have it. */
    static int encoded(int major) {
        return major == 45 ? Opcodes.V1_1 : major;
    }
}
