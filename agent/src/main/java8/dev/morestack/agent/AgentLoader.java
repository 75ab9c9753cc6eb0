package dev.morestack.agent;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads the rest of the agent from its jar, out of the program's sight: nothing above it but the
 * boot loader.
 *
 * <p>It is handed the object to call as the initialiser of that object's class runs, since the two
 * share no type but the JDK's. Calling a method by reflection makes a JVM that has just started
 * spin method handles first, which takes as long as defining all classes here; and {@code
 * URLClassLoader} opens a jar by way of URLs and their protocol handlers.
 */
final class AgentLoader extends ClassLoader implements Consumer<Consumer<Object[]>> {

    static {
        // Threads weave side by side, and one that loads a class must not wait for another.
        ClassLoader.registerAsParallelCapable();
    }

    /** Never closed: the agent lives as long as the JVM. */
    private final JarFile jar;

    private Consumer<Object[]> first;

    AgentLoader(JarFile jar) {
        super(null);
        this.jar = jar;
        Package own = AgentLoader.class.getPackage();
        definePackage(
                own.getName(),
                null,
                null,
                null,
                own.getImplementationTitle(),
                own.getImplementationVersion(),
                own.getImplementationVendor(),
                null);
    }

    /** Returns what the class gives to this loader in its initialiser. */
    Consumer<Object[]> first(String className) throws ClassNotFoundException {
        Class.forName(className, true, this);
        return first;
    }

    @Override
    public void accept(Consumer<Object[]> object) {
        first = object;
    }

    /** Only the frame of the report as a page is read in this way. */
    @Override
    public InputStream getResourceAsStream(String name) {
        try {
            JarEntry entry = jar.getJarEntry(name);
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        JarEntry entry = jar.getJarEntry(name.replace('.', '/').concat(".class"));
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] bytes = new byte[(int) entry.getSize()];
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            in.readFully(bytes);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
