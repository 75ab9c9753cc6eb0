package dev.morestack.agent;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** The jar that users get, which the system property {@code morestack.jar} names. */
final class ProductJar {

    private final List<String> names = new ArrayList<>();
    private final List<String> deflated = new ArrayList<>();
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Manifest manifest;

    private ProductJar(JarFile jar) throws IOException {
        manifest = jar.getManifest();
        for (JarEntry entry : jar.stream().toList()) {
            if (!entry.isDirectory()) {
                names.add(entry.getName());
                if (entry.getMethod() != ZipEntry.STORED) {
                    deflated.add(entry.getName());
                }
                files.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
            }
        }
    }

    static ProductJar read() {
        try (JarFile jar = new JarFile(new File(System.getProperty("morestack.jar")))) {
            return new ProductJar(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names of all files, as often as they occur. */
    List<String> names() {
        return names;
    }

    /** Returns the names of those that must be inflated to be read. */
    List<String> deflated() {
        return deflated;
    }

    byte[] file(String name) {
        return files.get(name);
    }

    String attribute(String name) {
        return manifest.getMainAttributes().getValue(name);
    }

    /** Returns the names of the class files that begin so. */
    List<String> classes(String start) {
        return files.keySet().stream()
                .filter(name -> name.startsWith(start) && name.endsWith(".class"))
                .toList();
    }

    /** Returns the internal names of all classes that a class file mentions as such. */
    Set<String> references(String name) {
        Set<String> references = new TreeSet<>();
        Remapper recording =
                new Remapper(Opcodes.ASM9) {
                    @Override
                    public String map(String internalName) {
                        references.add(internalName);
                        return null;
                    }
                };
        new ClassReader(file(name))
                .accept(
                        new ClassRemapper(Opcodes.ASM9, new Ignoring(), recording) {},
                        ClassReader.SKIP_FRAMES);
        return references;
    }

    /** Returns the methods of a class file that have an invokedynamic. */
    List<String> dynamicCallers(String name) {
        List<String> callers = new ArrayList<>();
        new ClassReader(file(name))
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String method, String type, String s, String[] e) {
                                return new DynamicCalls(method, callers);
                            }
                        },
                        ClassReader.SKIP_DEBUG);
        return callers;
    }

    /** Visits all, so that what a remapper is asked for is all there is. */
    private static final class Ignoring extends ClassVisitor {

        Ignoring() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String type, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {};
        }
    }

    private static final class DynamicCalls extends MethodVisitor {

        private final String method;
        private final List<String> callers;

        DynamicCalls(String method, List<String> callers) {
            super(Opcodes.ASM9);
            this.method = method;
            this.callers = callers;
        }

        @Override
        public void visitInvokeDynamicInsn(
                String name, String descriptor, Handle bootstrap, Object... arguments) {
            callers.add(method);
        }
    }
}
