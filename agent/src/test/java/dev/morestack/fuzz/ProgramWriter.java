package dev.morestack.fuzz;

import dev.morestack.fuzz.MethodModel.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the class files of a program, each under its internal name. */
final class ProgramWriter {
    private static final int LONGEST_CODE = 65_535;
    private static final int PUBLIC_STATIC = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;

    private final ProgramModel program;
    private final Map<String, byte[]> classes = new LinkedHashMap<>();

    private ProgramWriter(ProgramModel program) {
        this.program = program;
    }

    static Map<String, byte[]> write(ProgramModel program) {
        ProgramWriter writer = new ProgramWriter(program);
        writer.writeHub();
        writer.writeInitialiser();
        program.methods().forEach(writer::writeMethod);
        return writer.classes;
    }

    private void writeMethod(MethodModel method) {
        boolean bodyIsDerived = method.kind() == MethodKind.INTERFACE;
        int filler = 0;
        if (method.has(Shape.LONGEST_CODE) && !bodyIsDerived) {
            filler = fillerOf(method);
        }
        classes.put(method.owner(), owner(method, filler));
        if (method.kind().hasDerivedClass()) {
            classes.put(method.derived(), derived(method));
        }
        if (method.has(Shape.RECURSIVE_SUPER)) {
            classes.put(method.base(), base(method));
        }
        classes.put(method.gate(), new GateWriter(program, method).write());
    }

    /** How much code to put in so that the method has at most a few bytes left to grow. */
    private int fillerOf(MethodModel method) {
        int filler = LONGEST_CODE;
        try {
            owner(method, filler);
        } catch (MethodTooLargeException e) {
            int left = (int) (method.salt() & 15);
            filler -= e.getCodeSize() - LONGEST_CODE + left;
        }
        return fits(method, filler) ? filler : Math.max(0, filler - 2 * Integer.BYTES);
    }

    /** The padding of switches may take a few bytes more. */
    private boolean fits(MethodModel method, int filler) {
        try {
            return filler >= 0 && owner(method, filler).length > 0;
        } catch (MethodTooLargeException e) {
            return false;
        }
    }

    private byte[] owner(MethodModel method, int filler) {
        MethodKind kind = method.kind();
        ClassWriter out = begin(method, method.owner(), kind.inInterface(), method.base());
        if (kind == MethodKind.CONSTRUCTOR) {
            out.visitField(Opcodes.ACC_PUBLIC, "result", "J", null, null).visitEnd();
            out.visitField(Opcodes.ACC_PUBLIC, "early", "J", null, null).visitEnd();
        } else if (kind.hasReceiver() && !kind.inInterface()) {
            writeDefaultConstructor(out, method.base());
        }
        int access = access(method);
        if (kind == MethodKind.INTERFACE) {
            int isAbstract = Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT;
            declare(out, method, isAbstract, method.name()).visitEnd();
        } else if (kind.isPrivate()) {
            int hidden = access & ~Opcodes.ACC_PUBLIC | Opcodes.ACC_PRIVATE;
            body(method, declare(out, method, hidden, "own"), filler);
            forward(out, method, ownCall(method), method.owner(), "own");
        } else {
            body(method, declare(out, method, access, method.name()), filler);
        }
        return end(out);
    }

    /** A private method is invoked by invokespecial, or since JEP 181 like any other. */
    private static int ownCall(MethodModel method) {
        if (method.version() < ClassVersion.JAVA_11 || (method.salt() & 1) == 0) {
            return Opcodes.INVOKESPECIAL;
        }
        return method.kind().inInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
    }

    private static int access(MethodModel method) {
        int access = Opcodes.ACC_PUBLIC;
        access |= method.kind().isStatic() ? Opcodes.ACC_STATIC : 0;
        access |= method.has(Shape.SYNCHRONIZED) ? Opcodes.ACC_SYNCHRONIZED : 0;
        return access;
    }

    private byte[] derived(MethodModel method) {
        boolean implementing = method.kind().inInterface();
        ClassWriter out = writer(method);
        String superName = implementing ? "java/lang/Object" : method.owner();
        String[] interfaces = implementing ? new String[] {method.owner()} : null;
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER;
        int version = ClassVersion.encoded(method.version());
        out.visit(version, access, method.derived(), null, superName, interfaces);
        writeDefaultConstructor(out, superName);
        if (method.kind() == MethodKind.INTERFACE) {
            body(method, declare(out, method, access(method), method.name()), 0);
        } else if (method.kind() == MethodKind.VIRTUAL) {
            forward(out, method, Opcodes.INVOKESPECIAL, method.owner(), method.name());
        }
        return end(out);
    }

    /** The superclass of a constructor's class, whose own constructor goes on into the program. */
    private byte[] base(MethodModel method) {
        ClassWriter out = begin(method, method.base(), false, "java/lang/Object");
        MethodVisitor constructor =
                out.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        Code code = new Code(constructor, program.hub(), 1);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        code.begin(method.salt());
        code.enter(method.id());
        code.pushTrace();
        code.callTrace("down", "()Z");
        Label past = new Label();
        code.visitJumpInsn(Opcodes.IFEQ, past);
        code.callStatic(method.gate(), "bare", "()V");
        code.visitLabel(past);
        code.exit(method.id());
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        return end(out);
    }

    private void writeHub() {
        ClassWriter out = new ClassWriter(0);
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER;
        out.visit(Opcodes.V1_8, access, program.hub(), null, "java/lang/Object", null);
        out.visitField(PUBLIC_STATIC, "trace", "L" + Code.TRACE + ";", null, null).visitEnd();
        classes.put(program.hub(), end(out));
    }

    private void writeInitialiser() {
        ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER;
        out.visit(Opcodes.V1_8, access, program.initialiser(), null, "java/lang/Object", null);
        MethodVisitor code = out.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        code.visitCode();
        String pending = Type.getInternalName(Pending.class);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, pending, "run", "()V", false);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        classes.put(program.initialiser(), end(out));
    }

    private void body(MethodModel method, MethodVisitor out, int filler) {
        method.tags()
                .forEach(
                        (type, value) -> {
                            AnnotationVisitor tag = out.visitAnnotation(type, false);
                            tag.visit("value", value);
                            tag.visitEnd();
                        });
        new BodyWriter(program, method, out, filler).write();
    }

    private static MethodVisitor declare(
            ClassVisitor out, MethodModel method, int access, String name) {
        return out.visitMethod(access, name, method.descriptor(), null, null);
    }

    /** A public method that passes its arguments on to one of the same descriptor. */
    private static void forward(
            ClassVisitor out, MethodModel method, int opcode, String owner, String name) {
        MethodVisitor code = declare(out, method, Opcodes.ACC_PUBLIC, method.name());
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        int local = 1;
        for (Type argument : method.arguments()) {
            code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), local);
            local += argument.getSize();
        }
        boolean inInterface = method.kind().inInterface();
        code.visitMethodInsn(opcode, owner, name, method.descriptor(), inInterface);
        code.visitInsn(method.result().getOpcode(Opcodes.IRETURN));
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static ClassWriter begin(
            MethodModel method, String name, boolean isInterface, String superName) {
        ClassWriter out = writer(method);
        int access =
                isInterface
                        ? Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT
                        : Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER;
        out.visit(ClassVersion.encoded(method.version()), access, name, null, superName, null);
        return out;
    }

    static ClassWriter writer(MethodModel method) {
        return new FrameWriter(
                method.needsFrames() ? ClassWriter.COMPUTE_FRAMES : ClassWriter.COMPUTE_MAXS);
    }

    private static byte[] end(ClassWriter out) {
        out.visitEnd();
        return out.toByteArray();
    }

    private static void writeDefaultConstructor(ClassVisitor out, String superName) {
        MethodVisitor code = out.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, superName, "<init>", "()V", false);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** Computes stack map frames without loading the classes that they name. */
    private static final class FrameWriter extends ClassWriter {
        FrameWriter(int flags) {
            super((ClassReader) null, flags);
        }

        @Override
        protected String getCommonSuperClass(String one, String other) {
            return "java/lang/Object";
        }
    }
}
