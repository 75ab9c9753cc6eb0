package dev.morestack.fuzz;

import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes blocks with exception handlers around other pieces: try, finally and synchronized. */
final class BlockWriter {
    private static final Type OBJECT = Type.getType(Object.class);
    private static final Type THROWABLE = Type.getType(Throwable.class);

    private final Code code;

    BlockWriter(Code code) {
        this.code = code;
    }

    /** The handler may throw again what it caught. */
    void tryAndCatch(int flavour, Runnable block) {
        Label past = new Label();
        Label start = code.mark();
        block.run();
        Label end = code.mark();
        code.visitJumpInsn(Opcodes.GOTO, past);
        Label handler = code.mark();
        int thrown = code.storeNew(THROWABLE);
        code.pushTrace();
        code.load(THROWABLE, thrown);
        code.pushPosition();
        code.callTrace("caught", "(Ljava/lang/Throwable;J)Z");
        Label kept = new Label();
        code.visitJumpInsn(Opcodes.IFNE, kept);
        rethrow(thrown);
        code.visitLabel(kept);
        code.push((long) flavour);
        code.addToSum();
        code.visitLabel(past);
        String type =
                switch (flavour % 3) {
                    case 0 -> null;
                    case 1 -> "java/lang/Throwable";
                    default -> "java/lang/RuntimeException";
                };
        code.visitTryCatchBlock(start, end, handler, type);
    }

    void tryAndFinally(Runnable block, Runnable last) {
        Label past = new Label();
        Label start = code.mark();
        block.run();
        Label end = code.mark();
        last.run();
        code.visitJumpInsn(Opcodes.GOTO, past);
        Label handler = code.mark();
        int thrown = code.storeNew(THROWABLE);
        last.run();
        rethrow(thrown);
        code.visitLabel(past);
        code.visitTryCatchBlock(start, end, handler, null);
    }

    /** The finally block is written once, and called. */
    void tryAndSubroutine(Runnable block, Runnable last) {
        Label past = new Label();
        Label subroutine = new Label();
        Label start = code.mark();
        block.run();
        Label end = code.mark();
        code.visitJumpInsn(Opcodes.JSR, subroutine);
        code.visitJumpInsn(Opcodes.GOTO, past);
        Label handler = code.mark();
        int thrown = code.storeNew(THROWABLE);
        code.visitJumpInsn(Opcodes.JSR, subroutine);
        rethrow(thrown);
        code.visitLabel(subroutine);
        // A return address is stored like an object, but is none.
        int address = code.storeNew(OBJECT);
        last.run();
        code.visitVarInsn(Opcodes.RET, address);
        code.visitLabel(past);
        code.visitTryCatchBlock(start, end, handler, null);
    }

    /** A synchronized block as javac writes it, whose handler covers its own monitorexit. */
    void monitor(int number, Runnable block) {
        code.pushTrace();
        code.push(number);
        code.callTrace("lock", "(I)Ljava/lang/Object;");
        int lock = code.storeNew(OBJECT);
        code.load(OBJECT, lock);
        code.visitInsn(Opcodes.MONITORENTER);
        Label start = code.mark();
        tellMonitor(lock);
        block.run();
        tellMonitor(lock);
        code.load(OBJECT, lock);
        code.visitInsn(Opcodes.MONITOREXIT);
        Label end = code.mark();
        Label past = new Label();
        code.visitJumpInsn(Opcodes.GOTO, past);
        Label handler = code.mark();
        int thrown = code.storeNew(THROWABLE);
        code.load(OBJECT, lock);
        code.visitInsn(Opcodes.MONITOREXIT);
        Label handlerEnd = code.mark();
        rethrow(thrown);
        code.visitLabel(past);
        tellMonitor(lock);
        code.visitTryCatchBlock(start, end, handler, null);
        code.visitTryCatchBlock(handler, handlerEnd, handler, null);
    }

    private void tellMonitor(int lock) {
        code.pushTrace();
        code.load(OBJECT, lock);
        code.callTrace("holds", "(Ljava/lang/Object;)V");
    }

    private void rethrow(int thrown) {
        code.load(THROWABLE, thrown);
        code.visitInsn(Opcodes.ATHROW);
    }
}
