package dev.morestack.transformer;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Lets the runtime see what the VM has dumped of threads, before anyone else does. */
abstract class DumpCompletion extends MethodVisitor {

    DumpCompletion(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** Called for each call of a static method; writes it, with what else is to be done. */
    abstract void call(String owner, String name, String descriptor);

    @Override
    public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (opcode == Opcodes.INVOKESTATIC) {
            call(owner, name, descriptor);
        } else {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
    }

    void plain(String owner, String name, String descriptor) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
    }

    /** In {@code Thread.getAllStackTraces}. */
    static final class OfTraces extends DumpCompletion {

        OfTraces(MethodVisitor next) {
            super(next);
        }

        @Override
        void call(String owner, String name, String descriptor) {
            boolean dumps = name.equals("dumpThreads");
            if (dumps) {
                // [threads] -> [threads, threads]
                super.visitInsn(Opcodes.DUP);
            }
            plain(owner, name, descriptor);
            if (dumps) {
                // [threads, traces] -> [traces]
                HookVisitor.invoke(mv, Names.WHOLE_TRACES, Names.WHOLE_TRACES_DESCRIPTOR);
            }
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            super.visitMaxs(maxStack + 1, maxLocals);
        }
    }

    /** In the methods of {@code ThreadImpl}. The depth asked for waits in a local of our own. */
    static final class OfInfos extends DumpCompletion {

        /** Behind the locals of each method there: none has nearly as many. */
        private static final int DEPTH = 64;

        private static final int INFOS = 65;

        private boolean dumps;

        OfInfos(MethodVisitor next) {
            super(next);
        }

        @Override
        void call(String owner, String name, String descriptor) {
            if (name.equals("dumpThreads0") && descriptor.startsWith("([JZZI)[")) {
                dumps = true;
                // [ids, boolean, boolean, depth] -> [infos]
                super.visitInsn(Opcodes.DUP);
                super.visitVarInsn(Opcodes.ISTORE, DEPTH);
                plain(owner, name, descriptor);
                super.visitInsn(Opcodes.DUP);
                complete();
            } else if (name.equals("getThreadInfo1") && descriptor.startsWith("([JI[")) {
                dumps = true;
                // [ids, depth, infos] -> []
                super.visitVarInsn(Opcodes.ASTORE, INFOS);
                super.visitInsn(Opcodes.DUP);
                super.visitVarInsn(Opcodes.ISTORE, DEPTH);
                super.visitVarInsn(Opcodes.ALOAD, INFOS);
                plain(owner, name, descriptor);
                super.visitVarInsn(Opcodes.ALOAD, INFOS);
                complete();
            } else {
                plain(owner, name, descriptor);
            }
        }

        /** [infos] -> [] */
        private void complete() {
            super.visitVarInsn(Opcodes.ILOAD, DEPTH);
            HookVisitor.invoke(mv, Names.WHOLE_INFOS, Names.WHOLE_INFOS_DESCRIPTOR);
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            if (dumps) {
                super.visitMaxs(maxStack + 2, Math.max(maxLocals, INFOS + 1));
            } else {
                super.visitMaxs(maxStack, maxLocals);
            }
        }
    }
}
