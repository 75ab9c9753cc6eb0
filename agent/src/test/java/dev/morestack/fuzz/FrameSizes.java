package dev.morestack.fuzz;

import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Estimates, from above, the bytes of stack that one call of a generated method may take. */
final class FrameSizes {
    /** What an interpreted frame holds besides locals and operands, and a little more. */
    private static final int FRAME = 130;

    /** The frames of method handles and lambda forms. */
    private static final int LINKED = 300;

    /** The frames of the JDK's and the harness's methods on a detour. */
    private static final int DETOUR = 1_200;

    private final ProgramModel program;
    private final Map<String, byte[]> classes;

    private FrameSizes(ProgramModel program, Map<String, byte[]> classes) {
        this.program = program;
        this.classes = classes;
    }

    /** The bytes for each method of the program, with the largest way from it to another one. */
    static int[] of(ProgramModel program, Map<String, byte[]> classes) {
        FrameSizes sizes = new FrameSizes(program, classes);
        return program.methods().stream().mapToInt(sizes::ofMethod).toArray();
    }

    private int ofMethod(MethodModel method) {
        int way = method.body().stream().mapToInt(this::ofWay).max().orElse(0);
        return ofClass(method.owner()) + ofClass(method.derived()) + way;
    }

    private int ofWay(Piece piece) {
        int inner = piece.inner().stream().mapToInt(this::ofWay).max().orElse(0);
        if (!piece.isCall()) {
            return inner;
        }
        int gate = ofClass(program.method(piece.number()).gate());
        return switch (piece.style()) {
            case DIRECT -> 0;
            case GATE, BARE -> gate;
            case HANDLE, INDY, LAMBDA, REFERENCE -> gate + LINKED;
            default -> gate + DETOUR;
        };
    }

    /** The sum of the class's methods, for each may stand between a caller and a body. */
    private int ofClass(String name) {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            return 0;
        }
        Sum sum = new Sum();
        new ClassReader(bytes).accept(sum, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return sum.bytes;
    }

    /** Adds up the frames of a class's methods. */
    private static final class Sum extends ClassVisitor {
        private int bytes;

        Sum() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
            if (name.equals("<init>") && descriptor.equals("()V")) {
                return null;
            }
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMaxs(int maxStack, int maxLocals) {
                    bytes += 8 * (maxStack + maxLocals) + FRAME;
                }
            };
        }
    }
}
