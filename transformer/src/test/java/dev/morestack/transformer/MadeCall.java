package dev.morestack.transformer;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** A call in a class file that is made for it. */
final class MadeCall {

    private MadeCall() {}

    /** Returns what is known of it as a leaf call; null when it is none. */
    static LeafCall find(String owner, String name, String descriptor) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V21, 0, "made/Caller", null, "java/lang/Object", null);
        int constant = writer.newMethod(owner, name, descriptor, false);
        RawClass file = new RawClass(writer.toByteArray());
        return LeafCalls.find(file, file.item(constant));
    }
}
