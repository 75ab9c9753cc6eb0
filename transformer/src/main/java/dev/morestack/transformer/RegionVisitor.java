package dev.morestack.transformer;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Puts the methods of a class into their regions, and changes calls that need one. */
final class RegionVisitor extends ClassVisitor {

    /** Longest code of a method that gets a region: each return grows by five bytes. */
    private static final int LONGEST = 40_000;

    private final ScannedMethod[] methods;
    private final RegionScan scan;
    private final RegionSelection selection;
    private final boolean wraps;
    private final boolean calls;
    private String className;
    private int version;
    private int index;
    private boolean changed;

    private RegionVisitor(
            ClassWriter writer,
            ScannedMethod[] methods,
            RegionScan scan,
            RegionSelection selection,
            boolean wraps,
            boolean calls) {
        super(Opcodes.ASM9, writer);
        this.methods = methods;
        this.scan = scan;
        this.selection = selection;
        this.wraps = wraps;
        this.calls = calls;
    }

    /** Returns the class with its regions; null when it has none. */
    static byte[] weave(
            RawClass file, RegionSelection selection, boolean isDue, boolean calls, boolean wraps) {
        ScannedMethod[] methods = ClassScan.methods(file);
        ClassReader reader = new ClassReader(file.bytes);
        RegionScan scan = isDue ? RegionScan.of(reader, selection, methods.length) : null;
        ClassWriter writer = new ClassWriter(reader, 0);
        RegionVisitor visitor = new RegionVisitor(writer, methods, scan, selection, wraps, calls);
        reader.accept(visitor, ClassReader.EXPAND_FRAMES);
        return visitor.changed ? writer.toByteArray() : null;
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
        long region = scan == null ? 0 : scan.bytes[index];
        String policy = scan == null ? null : scan.policies[index];
        index++;
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
        int locals = method.maxLocals();
        if (policy != null) {
            changed = true;
            // The token of the region comes before this one, which is entered first.
            int behind = locals + (region > 0 ? 1 : 0);
            next = new PolicyMethod(new KnownScopes(next), policy, behind, version);
        }
        if (region > 0) {
            changed = true;
            next = new RegionMethod(new KnownScopes(next), region, locals, version);
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
                        RegionWeaver.NATIVE_PREFIX.concat(name),
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
