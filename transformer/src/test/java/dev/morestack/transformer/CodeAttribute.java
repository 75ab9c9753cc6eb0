package dev.morestack.transformer;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a method's code lies in a class file, found by a parser (JVMS 4) that shares nothing with
 * ASM or the transformer.
 *
 * @param start offset of its first instruction; -1 when the method has no code
 * @param length bytes of its code
 */
record CodeAttribute(int start, int length) {

    /** Returns one for each method, in the order of the class file. */
    static List<CodeAttribute> of(byte[] classFile) {
        try (Parser parser = new Parser(classFile)) {
            return parser.methods();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Parser extends DataInputStream {

        private final int size;
        private String[] strings;

        Parser(byte[] classFile) {
            super(new ByteArrayInputStream(classFile));
            size = classFile.length;
        }

        List<CodeAttribute> methods() throws IOException {
            skipNBytes(8);
            readConstants();
            skipNBytes(6);
            skipNBytes(2L * readUnsignedShort());
            for (int fields = readUnsignedShort(); fields > 0; fields--) {
                member();
            }
            List<CodeAttribute> methods = new ArrayList<>();
            for (int count = readUnsignedShort(); count > 0; count--) {
                methods.add(member());
            }
            return methods;
        }

        private void readConstants() throws IOException {
            strings = new String[readUnsignedShort()];
            for (int i = 1; i < strings.length; i++) {
                int tag = readUnsignedByte();
                switch (tag) {
                    case 1 -> strings[i] = readUTF();
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> skipNBytes(4);
                    case 5, 6 -> {
                        skipNBytes(8);
                        i++;
                    }
                    case 7, 8, 16, 19, 20 -> skipNBytes(2);
                    case 15 -> skipNBytes(3);
                    default -> throw new IOException("constant of kind " + tag);
                }
            }
        }

        private CodeAttribute member() throws IOException {
            CodeAttribute code = new CodeAttribute(-1, 0);
            skipNBytes(6);
            for (int attributes = readUnsignedShort(); attributes > 0; attributes--) {
                boolean isCode = "Code".equals(strings[readUnsignedShort()]);
                int length = readInt();
                if (isCode) {
                    skipNBytes(4);
                    int codeLength = readInt();
                    code = new CodeAttribute(size - available(), codeLength);
                    length -= 8;
                }
                skipNBytes(length);
            }
            return code;
        }
    }
}
