package dev.morestack.transformer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A class file to try something on. */
final class ClassFile {

    private final String name;
    private final byte[] bytes;

    /**
     * Creates it.
     *
     * @param name where it came from
     * @param bytes its contents
     */
    ClassFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Returns the class file of a class of the test class path or the JDK. */
    static ClassFile of(Class<?> type) {
        String path = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getResourceAsStream(path)) {
            return new ClassFile(type.getName(), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a class with one static method, {@code m}. */
    static ClassFile withMethod(String descriptor, Consumer<MethodVisitor> code) {
        return withMethod(Opcodes.V1_6, "m", descriptor, Opcodes.ACC_STATIC, code);
    }

    /** Returns a class with one method; maxs are computed, frames are not. */
    static ClassFile withMethod(
            int version, String name, String descriptor, int access, Consumer<MethodVisitor> code) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String own = "made/ByHand";
        writer.visit(version, Opcodes.ACC_SUPER, own, null, "java/lang/Thread", null);
        MethodVisitor method = writer.visitMethod(access, name, descriptor, null, null);
        method.visitCode();
        code.accept(method);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        return new ClassFile(own, writer.toByteArray());
    }

    ClassReader reader() {
        return new ClassReader(bytes);
    }

    ClassNode tree() {
        ClassNode tree = new ClassNode();
        reader().accept(tree, 0);
        return tree;
    }

    /** Returns the method, of which there must be only one with this name. */
    MethodNode method(String methodName) {
        MethodNode found = null;
        for (MethodNode method : tree().methods) {
            if (method.name.equals(methodName)) {
                if (found != null) {
                    throw new IllegalArgumentException("several methods " + methodName);
                }
                found = method;
            }
        }
        if (found == null) {
            throw new IllegalArgumentException("no method " + methodName);
        }
        return found;
    }

    ScannedMethod[] scan() {
        return ClassScan.methods(new RawClass(bytes));
    }

    /** Returns the method as scanned, of which there must be only one with this name. */
    ScannedMethod scan(String methodName) {
        String descriptor = method(methodName).desc;
        for (ScannedMethod method : scan()) {
            if (method.is(methodName, descriptor)) {
                return method;
            }
        }
        throw new AssertionError("not scanned: " + methodName);
    }

    /** Returns the class woven; itself when it stays as it is. */
    ClassFile woven() {
        return woven(MethodSelection.NONE);
    }

    /** Returns the class woven, with the entries given; itself when it stays as it is. */
    ClassFile woven(MethodSelection entries) {
        byte[] woven = Weaver.weave(bytes, entries).bytes();
        return woven == null ? this : new ClassFile(name, woven);
    }

    /** Returns the name: the display name of a test's argument. */
    @Override
    public String toString() {
        return name;
    }
}
