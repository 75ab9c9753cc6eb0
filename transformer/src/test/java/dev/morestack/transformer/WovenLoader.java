package dev.morestack.transformer;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/** Defines woven classes that call {@link CheckCounter} instead of {@code java.lang.Morestack}. */
final class WovenLoader extends ClassLoader {

    WovenLoader() {
        super(WovenLoader.class.getClassLoader());
    }

    /** Defines the class, initialises it and has the JVM verify it. */
    Class<?> define(ClassFile file) throws ClassNotFoundException {
        ClassWriter writer = new ClassWriter(0);
        String counter = CheckCounter.class.getName().replace('.', '/');
        file.reader()
                .accept(
                        new ClassRemapper(
                                writer, new SimpleRemapper(Opcodes.ASM9, Names.MORESTACK, counter)),
                        0);
        byte[] bytes = writer.toByteArray();
        Class<?> defined = defineClass(null, bytes, 0, bytes.length);
        return Class.forName(defined.getName(), true, this);
    }
}
