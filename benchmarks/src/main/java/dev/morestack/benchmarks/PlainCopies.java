package dev.morestack.benchmarks;

import dev.morestack.Morestack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Loads copies of the classes in package {@code woven} under other names, in package {@code plain},
 * which the agent is told to leave out. So the same class file is measured woven and not, in the
 * same JVM, and there is one source of both.
 */
final class PlainCopies extends ClassLoader {

    /** What the agent's option {@code excludes} has to be. */
    static final String EXCLUDES = "dev.morestack.benchmarks.plain.*";

    private static final String WOVEN = "dev.morestack.benchmarks.woven.";
    private static final String PLAIN = "dev.morestack.benchmarks.plain.";

    private static final PlainCopies LOADER = new PlainCopies();

    private PlainCopies() {
        super(PlainCopies.class.getClassLoader());
    }

    /**
     * Returns the plain counterpart of a woven object.
     *
     * @throws IllegalStateException if the agent is off: the plain copy would be compared with
     *     itself
     */
    static <T> T of(T woven, Class<T> type) {
        // No budget has room for this; without the agent there is none.
        if (Morestack.tryEnter(Long.MAX_VALUE)) {
            throw new IllegalStateException("the agent is off");
        }
        String name = woven.getClass().getName().replace(WOVEN, PLAIN);
        try {
            return type.cast(LOADER.loadClass(name).getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no plain copy of " + woven.getClass(), e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.startsWith(PLAIN)) {
            throw new ClassNotFoundException(name);
        }
        byte[] bytes = renamed(read(name.replace(PLAIN, WOVEN)));
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] read(String className) throws ClassNotFoundException {
        String file = className.replace('.', '/') + ".class";
        try (InputStream in = getParent().getResourceAsStream(file)) {
            if (in == null) {
                throw new ClassNotFoundException(className);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(className, e);
        }
    }

    /** Renames in the bytes themselves: both names are equally long, so nothing else changes. */
    private static byte[] renamed(byte[] classFile) {
        return new String(classFile, StandardCharsets.ISO_8859_1)
                .replace(WOVEN.replace('.', '/'), PLAIN.replace('.', '/'))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
