package dev.morestack.runtime;

import java.nio.charset.StandardCharsets;
import jdk.internal.misc.Unsafe;

/**
 * Lets the VM make what it keeps of a thread for {@code java.lang.instrument}, before the thread's
 * identity is first exchanged. The VM would look for it under the {@code Thread} it has then, find
 * the one that belongs to another of its threads, and the instrument agent would assert.
 *
 * <p>It is made when a class file is shown to the agents. So one is, of a class that exists.
 */
final class InstrumentState {

    private static final byte[] CLASS_FILE = classFile();

    private InstrumentState() {}

    /** Makes it for the calling thread. */
    static void make() {
        try {
            Unsafe.getUnsafe().defineClass(null, CLASS_FILE, 0, CLASS_FILE.length, null, null);
        } catch (LinkageError e) {
            // As always: there is such a class.
            return;
        }
    }

    /** Writes a class of this one's name without members. */
    private static byte[] classFile() {
        String name = InstrumentState.class.getName().replace('.', '/');
        String superName = "java/lang/Object";
        String file =
                "\u00ca\u00fe\u00ba\u00be\0\0\0A\0\u0005"
                        .concat(utf8(name))
                        .concat("\u0007\0\u0001")
                        .concat(utf8(superName))
                        .concat("\u0007\0\u0003")
                        .concat("\0000\0\u0002\0\u0004\0\0\0\0\0\0\0\0");
        return file.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String utf8(String text) {
        return "\u0001\0".concat(String.valueOf((char) text.length())).concat(text);
    }
}
