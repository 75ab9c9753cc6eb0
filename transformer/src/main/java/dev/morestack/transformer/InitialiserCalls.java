package dev.morestack.transformer;

import java.util.ArrayDeque;
import java.util.Deque;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Gives the calls that a static initialiser makes a root. The VM calls the initialiser through a
 * native frame, which no spill can pass; the frames above such a root can be frozen.
 *
 * <pre>
 *   [arguments] -&gt; [] -&gt; [handle of the method, array of the arguments] -&gt; [result]
 * </pre>
 *
 * <p>On their way into the array the arguments wait in locals behind the method's own. No frame of
 * the method knows these, and none needs to: they are read before the next instruction.
 */
final class InitialiserCalls extends EachInstruction {

    /** The handle, the array twice, an index and a value of two slots. */
    private static final int OPERANDS = 6;

    private final Plan plan;
    private final int firstLocal;
    private int localsEnd;

    /** The objects under construction, innermost first: their type, or nothing if out of shape. */
    private final Deque<String> news = new ArrayDeque<>();

    /** The type of the new instruction just written; null behind every other one. */
    private String justMade;

    /** Whether the instruction just written was the dup behind a new. */
    private boolean justDoubled;

    InitialiserCalls(MethodVisitor next, Plan plan, int maxLocals) {
        super(next);
        this.plan = plan;
        firstLocal = maxLocals;
        localsEnd = maxLocals;
    }

    @Override
    void instruction() {
        justMade = null;
        justDoubled = false;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        super.visitTypeInsn(opcode, type);
        if (opcode == Opcodes.NEW) {
            news.push("");
            justMade = type;
        }
    }

    @Override
    public void visitInsn(int opcode) {
        boolean doubles = justMade != null && opcode == Opcodes.DUP;
        if (doubles) {
            news.pop();
            news.push(justMade);
        } else if (justDoubled || opcode >= Opcodes.DUP_X1 && opcode <= Opcodes.SWAP) {
            mayCopyReference(opcode);
        }
        super.visitInsn(opcode);
        justDoubled = doubles;
    }

    @Override
    public void visitVarInsn(int opcode, int local) {
        if (justDoubled && opcode == Opcodes.ASTORE) {
            mayCopyReference(opcode);
        }
        super.visitVarInsn(opcode, local);
    }

    /** Takes all objects under construction for out of shape if the instruction moves operands. */
    private void mayCopyReference(int opcode) {
        boolean moves = opcode == Opcodes.ASTORE || opcode >= Opcodes.POP && opcode <= Opcodes.SWAP;
        for (int i = moves ? news.size() : 0; i > 0; i--) {
            news.removeFirst();
            news.addLast("");
        }
    }

    @Override
    public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
        boolean isNew = name.equals("<init>");
        // Of an object that was not made by new and dup, one after the other, the second reference
        // may be anywhere.
        boolean inShape = !isNew || !news.isEmpty() && news.pop().equals(owner);
        // A constructor of an interface is an error, but of the call, not of the class.
        boolean isNone = isNew && isInterface;
        if (!inShape || isNone || !mayRecurse(owner, name, descriptor)) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            return;
        }
        Type[] types = operands(opcode, owner, isNew, descriptor);
        store(types);
        if (isNew) {
            super.visitInsn(Opcodes.POP2);
        }
        super.visitLdcInsn(new Handle(tag(opcode, isNew), owner, name, descriptor, isInterface));
        pushArray(types);
        // [handle, array]
        super.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                Names.MORESTACK,
                Names.CALL_IN_ROOT,
                Names.CALL_IN_ROOT_DESCRIPTOR,
                false);
        Type result = isNew ? Type.getObjectType(owner) : Type.getReturnType(descriptor);
        if (result.getSort() == Type.VOID) {
            super.visitInsn(Opcodes.POP);
        } else {
            Boxing.unbox(mv, result);
        }
    }

    private boolean mayRecurse(String owner, String name, String descriptor) {
        // A method handle takes 255 slots at most, its own among them (JVMS 4.4.8, 4.3.3).
        return !JdkNames.contain(owner)
                && Type.getArgumentsAndReturnSizes(descriptor) >> 2 < 250
                && namesNoOther(owner, descriptor)
                && !plan.needsNoRoot(owner, name, descriptor);
    }

    /**
     * Tells whether the parameters and the result are of types that are there. Resolving a handle
     * loads them all (JVMS 5.4.3.5), where a call loads none, and one that an optional library
     * would bring may be missing.
     */
    private boolean namesNoOther(String owner, String descriptor) {
        int at = descriptor.indexOf('L');
        while (at >= 0) {
            int end = descriptor.indexOf(';', at);
            String type = descriptor.substring(at + 1, end);
            if (!type.startsWith("java/") && !type.equals(owner) && !plan.isOf(type)) {
                return false;
            }
            at = descriptor.indexOf('L', end);
        }
        return true;
    }

    private static int tag(int opcode, boolean isNew) {
        return switch (opcode) {
            case Opcodes.INVOKESTATIC -> Opcodes.H_INVOKESTATIC;
            case Opcodes.INVOKEVIRTUAL -> Opcodes.H_INVOKEVIRTUAL;
            case Opcodes.INVOKEINTERFACE -> Opcodes.H_INVOKEINTERFACE;
            default -> isNew ? Opcodes.H_NEWINVOKESPECIAL : Opcodes.H_INVOKESPECIAL;
        };
    }

    private static Type[] operands(int opcode, String owner, boolean isNew, String descriptor) {
        Type[] arguments = Type.getArgumentTypes(descriptor);
        if (opcode == Opcodes.INVOKESTATIC || isNew) {
            return arguments;
        }
        Type[] operands = new Type[arguments.length + 1];
        operands[0] = Type.getObjectType(owner);
        System.arraycopy(arguments, 0, operands, 1, arguments.length);
        return operands;
    }

    private void store(Type[] types) {
        int local = firstLocal;
        for (int i = types.length - 1; i >= 0; i--) {
            super.visitVarInsn(types[i].getOpcode(Opcodes.ISTORE), local);
            local += types[i].getSize();
        }
        localsEnd = Math.max(localsEnd, local);
    }

    private void pushArray(Type[] types) {
        super.visitIntInsn(Opcodes.SIPUSH, types.length);
        super.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
        int local = firstLocal;
        for (int i = types.length - 1; i >= 0; i--) {
            super.visitInsn(Opcodes.DUP);
            super.visitIntInsn(Opcodes.SIPUSH, i);
            super.visitVarInsn(types[i].getOpcode(Opcodes.ILOAD), local);
            Boxing.box(mv, types[i]);
            super.visitInsn(Opcodes.AASTORE);
            local += types[i].getSize();
        }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + OPERANDS, Math.max(maxLocals, localsEnd));
    }
}
