package dev.morestack.transformer;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaves regions into a class: before checks are, which see them as any other code. */
public final class RegionWeaver extends ClassVisitor {

    /**
     * The prefix of native methods that have been wrapped; the JVM strips it to find their code.
     */
    public static final String NATIVE_PREFIX = "$$morestack$";

    /** Longest code of a method that gets a region: each return grows by four bytes. */
    private static final int LONGEST = 40_000;

    private final ScannedMethod[] methods;
    private final long[] bytes;
    private final RegionSelection selection;
    private final boolean wraps;
    private final boolean calls;
    private String className;
    private int version;
    private int index;
    private boolean changed;

    private RegionWeaver(
            ClassWriter writer,
            ScannedMethod[] methods,
            long[] bytes,
            RegionSelection selection,
            boolean wraps,
            boolean calls) {
        super(Opcodes.ASM9, writer);
        this.methods = methods;
        this.bytes = bytes;
        this.selection = selection;
        this.wraps = wraps;
        this.calls = calls;
    }

    /**
     * Returns the class with its regions; null when it has none.
     *
     * @param wraps whether native methods may be wrapped: not in a class that is loaded already
     */
    public static byte[] weave(byte[] classFile, RegionSelection selection, boolean wraps) {
        ClassReader reader = new ClassReader(classFile);
        boolean methodsDue = RegionScan.isDue(reader, selection);
        boolean callsDue = selection.hasCalls() && RegionScan.calls(reader, selection);
        if (!methodsDue && !callsDue) {
            return null;
        }
        ClassShape.check(classFile, reader);
        ScannedMethod[] methods = ClassScan.methods(classFile, reader);
        long[] bytes =
                methodsDue
                        ? RegionScan.bytes(reader, selection, methods.length)
                        : new long[methods.length];
        ClassWriter writer = new ClassWriter(reader, 0);
        RegionWeaver weaver = new RegionWeaver(writer, methods, bytes, selection, wraps, callsDue);
        reader.accept(weaver, ClassReader.EXPAND_FRAMES);
        return weaver.changed ? writer.toByteArray() : null;
    }

    @Override
    public void visit(
            int major,
            int access,
            String name,
            String signature,
            String superName,
            String[] interfaces) {
        version = major & 0xffff;
        className = name;
        super.visit(major, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        ScannedMethod method = methods[index];
        long region = bytes[index++];
        boolean isNative = (access & Opcodes.ACC_NATIVE) != 0;
        if (isNative && region > 0) {
            if (wraps) {
                changed = true;
                return wrap(region, access, name, descriptor, signature, exceptions);
            }
            selection.cannotWrap(className.replace('/', '.'), name, region);
        }
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        if (isNative || !method.hasCode() || method.codeLength() > LONGEST) {
            return next;
        }
        if (calls && version >= Opcodes.V1_7) {
            changed = true;
            next = new RegionCalls(next, className, selection);
        }
        if (region > 0) {
            changed = true;
            next = new RegionMethod(new KnownScopes(next), region, method.maxLocals(), version);
        }
        return next;
    }

    /** The wrapper has the method's name, its annotations and its monitor. */
    private MethodVisitor wrap(
            long region,
            int access,
            String name,
            String descriptor,
            String signature,
            String[] exceptions) {
        int isStatic = access & Opcodes.ACC_STATIC;
        MethodVisitor wrapped =
                super.visitMethod(
                        isStatic
                                | Opcodes.ACC_PRIVATE
                                | Opcodes.ACC_FINAL
                                | Opcodes.ACC_NATIVE
                                | Opcodes.ACC_SYNTHETIC,
                        NATIVE_PREFIX.concat(name),
                        descriptor,
                        null,
                        exceptions);
        wrapped.visitEnd();
        MethodVisitor wrapper =
                super.visitMethod(
                        access & ~Opcodes.ACC_NATIVE, name, descriptor, signature, exceptions);
        return new NativeWrapper(
                wrapper, className, isStatic != 0, name, descriptor, region, version);
    }
}
