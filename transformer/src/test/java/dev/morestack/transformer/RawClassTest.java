package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class RawClassTest {

    @Test
    void constantsLieWhereAsmFindsThem() {
        for (ClassFile each : Corpus.sample()) {
            RawClass file = new RawClass(each.bytes());
            ClassReader reader = each.reader();
            assertEquals(reader.header, file.header, each.name());
            assertEquals(reader.getItemCount(), file.constants(), each.name());
            for (int i = 1; i < file.constants(); i++) {
                assertEquals(reader.getItem(i), file.item(i), each.name());
            }
            assertEquals(reader.getClassName(), file.className(file.header + 2));
            assertEquals(reader.getSuperName(), file.className(file.header + 4));
        }
    }

    @Test
    void textsOfSeveralBytesALetterAreReadAndWritten() {
        String name = "made/Gr\u00f6\u00dfe\u4e2d\u0000\ud83d\ude00";
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V21, 0, name, null, "java/lang/Object", null);
        RawClass file = new RawClass(writer.toByteArray());
        assertEquals(name, file.className(file.header + 2));
        assertFalse(file.isText(file.item(file.u2(file.header + 2)), "made/Gr"));
        assertTrue(file.startsWith(file.item(file.u2(file.header + 2)), 'm'));
        assertFalse(file.startsWith(file.item(file.u2(file.header + 2)), 'a'));
        byte[] caller = MainCaller.write(name.concat("$$"), name, false, true, true);
        assertEquals(name.concat("$$"), new ClassReader(caller).getClassName());
    }

    @Test
    void aConstantOfAnUnknownKindIsRefused() {
        byte[] bytes = ClassFile.of(Object.class).bytes();
        bytes[10] = 2;
        assertThrows(RuntimeException.class, () -> new RawClass(bytes));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        RawClass file = new RawClass(ClassFile.of(Object.class).bytes());
        assertTrue(file.method("toString", "()Ljava/lang/String;") > 0);
        assertEquals(-1, file.method("toString", "()V"));
        assertEquals(-1, file.method("none", "()V"));
        assertNull(file.className(file.header + 4));
    }
}
