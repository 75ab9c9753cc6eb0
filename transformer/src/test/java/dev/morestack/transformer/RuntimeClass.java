package dev.morestack.transformer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;

/** Class files of the runtime, which can be read here but not loaded. */
final class RuntimeClass {

    static final ClassFile MORESTACK = read("java/lang/Morestack");
    static final ClassFile SUBSTITUTE = read("dev/morestack/runtime/SubstituteAccount");

    private RuntimeClass() {}

    private static ClassFile read(String name) {
        // No class loader would look for java.lang on the class path; its neighbour tells where.
        String neighbour = "dev/morestack/runtime/SubstituteAccount.class";
        URL url = RuntimeClass.class.getClassLoader().getResource(neighbour);
        try (InputStream in =
                URI.create(url.toString().replace(neighbour, name + ".class"))
                        .toURL()
                        .openStream()) {
            return new ClassFile(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
