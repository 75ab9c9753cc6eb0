package dev.morestack.fuzz;

import java.util.List;
import java.util.stream.IntStream;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the pieces of a method's body. */
final class PieceWriter {
    private static final Type OBJECT = Type.getType(Object.class);
    private static final String BOX = Type.getInternalName(Box.class);
    private static final List<Type> LIVE =
            List.of(
                    Type.INT_TYPE,
                    Type.LONG_TYPE,
                    OBJECT,
                    Type.DOUBLE_TYPE,
                    Type.FLOAT_TYPE,
                    Type.getType(String.class));

    private final ProgramModel program;
    private final MethodModel method;
    private final Code code;
    private final CallWriter calls;
    private final FaultWriter faults;
    private final BlockWriter blocks;
    private int line = 2;

    PieceWriter(ProgramModel program, MethodModel method, Code code) {
        this.program = program;
        this.method = method;
        this.code = code;
        calls = new CallWriter(code, method.version());
        faults = new FaultWriter(code);
        blocks = new BlockWriter(code);
    }

    void write(Piece piece) {
        if (method.has(MethodModel.Shape.DEBUG_INFO)) {
            code.visitLineNumber(line++, code.mark());
        }
        int locals = code.nextLocal();
        switch (piece.kind()) {
            case CALL -> call(piece);
            case LOOP, RETRY -> loop(piece);
            case SWITCH -> choose(piece);
            case SPIN -> spin(piece);
            case CATCH -> blocks.tryAndCatch(piece.number(), () -> writeInner(piece));
            case FINALLY -> {
                tellOwed();
                blocks.tryAndFinally(() -> writeInner(piece), () -> finallyBody(piece));
            }
            case SUBROUTINE -> {
                tellOwed();
                blocks.tryAndSubroutine(() -> writeInner(piece), () -> finallyBody(piece));
            }
            case FAULT -> faults.write(piece.number());
            case MONITOR -> blocks.monitor(piece.number(), () -> writeInner(piece));
            case KEEP -> keep(piece);
            case LIVE_STACK -> liveStack(piece);
            case WALK -> {
                code.pushTrace();
                code.callTrace("look", "()V");
            }
            case DEED -> {
                code.pushTrace();
                code.push(piece.number());
                code.callTrace("deed", "(I)V");
            }
        }
        code.freeLocalsFrom(locals);
    }

    private void call(Piece piece) {
        Label past = new Label();
        pushDown();
        code.visitJumpInsn(Opcodes.IFEQ, past);
        callAtOnce(piece);
        code.visitLabel(past);
    }

    private void loop(Piece piece) {
        Label head = code.mark();
        Label past = new Label();
        pushDown();
        code.visitJumpInsn(Opcodes.IFEQ, past);
        if (piece.kind() == Piece.Kind.RETRY) {
            blocks.tryAndCatch(piece.number(), () -> callAtOnce(piece));
        } else {
            callAtOnce(piece);
        }
        code.visitJumpInsn(Opcodes.GOTO, head);
        code.visitLabel(past);
    }

    private void pushDown() {
        code.pushTrace();
        code.callTrace("down", "()Z");
    }

    private void callAtOnce(Piece piece) {
        calls.call(program.method(piece.number()), piece.style());
        code.addToSum();
    }

    private void choose(Piece piece) {
        int count = piece.inner().size();
        Label past = new Label();
        Label[] cases = IntStream.range(0, count).mapToObj(i -> new Label()).toArray(Label[]::new);
        code.pushTrace();
        code.push(count);
        code.callTrace("pick", "(I)I");
        if (count % 2 == 0) {
            code.visitTableSwitchInsn(0, count - 1, past, cases);
        } else {
            code.visitLookupSwitchInsn(past, IntStream.range(0, count).toArray(), cases);
        }
        for (int i = 0; i < count; i++) {
            code.visitLabel(cases[i]);
            write(piece.inner().get(i));
            code.visitJumpInsn(Opcodes.GOTO, past);
        }
        code.visitLabel(past);
    }

    private void spin(Piece piece) {
        int counter = code.newLocal(Type.INT_TYPE);
        code.push(piece.number());
        code.store(Type.INT_TYPE, counter);
        Label head = code.mark();
        code.load(Type.INT_TYPE, counter);
        code.addToSum(Type.INT_TYPE);
        code.visitIincInsn(counter, -1);
        code.load(Type.INT_TYPE, counter);
        code.visitJumpInsn(Opcodes.IFGT, head);
    }

    /** From here on there is a finally block to come. */
    private void tellOwed() {
        code.pushTrace();
        code.pushPosition();
        code.callTrace("owed", "(J)V");
    }

    private void finallyBody(Piece piece) {
        code.pushTrace();
        code.push(method.id());
        code.pushPosition();
        code.callTrace("ended", "(IJ)V");
        if (piece.number() % 4 == 0) {
            int callee = piece.number() % program.methods().size();
            call(new Piece(Piece.Kind.CALL, callee));
        }
    }

    private void keep(Piece piece) {
        code.pushMade(OBJECT, piece.number());
        int kept = code.storeNew(OBJECT);
        writeInner(piece);
        code.load(OBJECT, kept);
        code.addToSum(OBJECT);
    }

    /** Half of the time the lowest value is an object whose constructor has not been called. */
    private void liveStack(Piece piece) {
        int count = piece.number();
        boolean raw = count % 2 == 0;
        if (raw) {
            code.visitTypeInsn(Opcodes.NEW, BOX);
            code.visitInsn(Opcodes.DUP);
        }
        for (int i = 0; i < count; i++) {
            code.pushMade(LIVE.get(i % LIVE.size()), i);
        }
        writeInner(piece);
        for (int i = count - 1; i >= 0; i--) {
            code.addToSum(LIVE.get(i % LIVE.size()));
        }
        if (raw) {
            code.pushSum();
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, BOX, "<init>", "(J)V", false);
            code.addToSum(OBJECT);
        }
    }

    private void writeInner(Piece piece) {
        piece.inner().forEach(this::write);
    }
}
