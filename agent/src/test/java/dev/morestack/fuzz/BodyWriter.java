package dev.morestack.fuzz;

import dev.morestack.fuzz.MethodModel.Shape;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the code of one generated method from its first instruction to its return. */
final class BodyWriter {
    private static final Type THROWABLE = Type.getType(Throwable.class);

    /** Less than the 32,767 bytes that a branch with a short offset reaches. */
    private static final int FARTHEST_JUMP = 32_000;

    private final ProgramModel program;
    private final MethodModel method;
    private final Code code;

    /** Bytes of code to put in, for a method that is to be as long as it can be. */
    private final int filler;

    private final int[] keepers;

    BodyWriter(ProgramModel program, MethodModel method, MethodVisitor out, int filler) {
        this.program = program;
        this.method = method;
        this.filler = filler;
        code = new Code(out, program.hub(), method.argumentSlots());
        keepers = new int[method.keepers().size()];
    }

    void write() {
        code.visitCode();
        Label start = code.mark();
        if (method.has(Shape.DEBUG_INFO)) {
            code.visitLineNumber(1, start);
        }
        if (method.has(Shape.LOOP_AT_ZERO)) {
            code.pushGlobalTrace();
            code.callTrace("again", "()Z");
            code.visitJumpInsn(Opcodes.IFNE, start);
        }
        boolean constructor = method.kind() == MethodKind.CONSTRUCTOR;
        if (constructor && method.superAt() == 0) {
            callSuper();
        }
        begin();
        writePieces(start);
        finish();
        Label end = code.mark();
        if (!constructor) {
            handleAll(start, end);
        }
        if (method.has(Shape.DEBUG_INFO)) {
            nameArguments(start, end);
        }
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void begin() {
        code.skipLocals(method.gap());
        code.begin(method.salt());
        code.enter(method.id());
        int local = method.kind().isStatic() ? 0 : 1;
        for (Type argument : method.arguments()) {
            code.load(argument, local);
            code.addToSum(argument);
            local += argument.getSize();
        }
        for (int i = 0; i < keepers.length; i++) {
            Type type = method.keepers().get(i);
            keepers[i] = code.newLocal(type);
            code.pushMade(type, i);
            code.store(type, keepers[i]);
        }
        tellMonitor();
        fill();
    }

    private void writePieces(Label start) {
        PieceWriter pieces = new PieceWriter(program, method, code);
        List<Piece> body = method.body();
        for (int i = 0; i < body.size(); i++) {
            pieces.write(body.get(i));
            if (method.kind() == MethodKind.CONSTRUCTOR && method.superAt() == i + 1) {
                if (method.has(Shape.EARLY_FIELD)) {
                    putSum("early");
                }
                handleAll(start, code.mark());
                callSuper();
            }
        }
    }

    private void finish() {
        for (int i = 0; i < keepers.length; i++) {
            Type type = method.keepers().get(i);
            code.load(type, keepers[i]);
            code.addToSum(type);
        }
        if (method.kind() == MethodKind.CONSTRUCTOR) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, method.owner(), "early", "J");
            code.addToSum();
            putSum("result");
        }
        code.exit(method.id());
        if (method.result() != Type.VOID_TYPE) {
            code.pushMade(method.result(), 0);
        }
        code.visitInsn(method.result().getOpcode(Opcodes.IRETURN));
    }

    private void putSum(String field) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.pushSum();
        code.visitFieldInsn(Opcodes.PUTFIELD, method.owner(), field, "J");
    }

    private void callSuper() {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, method.base(), "<init>", "()V", false);
    }

    /** A handler from the first instruction on, where the method's own locals have no type yet. */
    private void handleAll(Label start, Label end) {
        if (!method.has(Shape.HANDLER_AT_ZERO)) {
            return;
        }
        Label past = new Label();
        boolean fallsThrough = method.kind() == MethodKind.CONSTRUCTOR;
        if (fallsThrough) {
            code.visitJumpInsn(Opcodes.GOTO, past);
        }
        Label handler = code.mark();
        int thrown = method.argumentSlots();
        code.store(THROWABLE, thrown);
        code.pushGlobalTrace();
        code.load(THROWABLE, thrown);
        code.callTrace("passed", "(Ljava/lang/Throwable;)V");
        code.load(THROWABLE, thrown);
        code.visitInsn(Opcodes.ATHROW);
        code.visitLabel(past);
        code.visitTryCatchBlock(start, end, handler, null);
    }

    private void tellMonitor() {
        if (!method.has(Shape.SYNCHRONIZED)) {
            return;
        }
        if (!method.kind().isStatic()) {
            code.pushTrace();
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.callTrace("holds", "(Ljava/lang/Object;)V");
        } else if (method.version() >= Opcodes.V1_5) {
            code.pushTrace();
            code.visitLdcInsn(Type.getObjectType(method.owner()));
            code.callTrace("holds", "(Ljava/lang/Object;)V");
        }
    }

    /** Code that is never reached makes a method long and costs no time. */
    private void fill() {
        for (int left = filler; left > 0; left -= FARTHEST_JUMP) {
            Label past = new Label();
            code.pushTrace();
            code.push(1);
            code.callTrace("pick", "(I)I");
            code.visitJumpInsn(Opcodes.IFEQ, past);
            for (int i = Math.min(left, FARTHEST_JUMP); i > 0; i--) {
                code.visitInsn(Opcodes.NOP);
            }
            code.visitLabel(past);
        }
    }

    private void nameArguments(Label start, Label end) {
        int local = 0;
        if (!method.kind().isStatic()) {
            String self = "L" + method.owner() + ";";
            code.visitLocalVariable("this", self, null, start, end, local++);
        }
        for (Type argument : method.arguments()) {
            String name = "a" + local;
            code.visitLocalVariable(name, argument.getDescriptor(), null, start, end, local);
            local += argument.getSize();
        }
    }
}
