package dev.morestack.apps.limits;

import dev.morestack.apps.Result;

/**
 * Lets the VM resolve a class by a class loader that recurses.
 *
 * <p>Argument: the depth.
 */
public final class LoadedByRecursion {

    private LoadedByRecursion() {}

    /** Asks itself again and again, as a chain of loaders would. */
    public static final class Recursive extends ClassLoader {

        private final int depth;

        Recursive(int depth) {
            super(null);
            this.depth = depth;
        }

        @Override
        public Class<?> loadClass(String name) throws ClassNotFoundException {
            return name.equals("sought.Name") ? search(depth) : super.loadClass(name);
        }

        private static Class<?> search(int n) {
            return n == 0 ? LoadedByRecursion.class : search(n - 1);
        }
    }

    public static void main(String[] args) throws ClassNotFoundException {
        Recursive loader = new Recursive(Integer.parseInt(args[0]));
        Result.print("called", loader.loadClass("sought.Name") != null);
        Result.print("by-the-vm", load(loader));
    }

    /** {@code Class.forName} enters the VM, which calls the loader through a native frame. */
    private static String load(ClassLoader loader) {
        try {
            return Class.forName("sought.Name", false, loader).getName();
        } catch (NoClassDefFoundError | ClassNotFoundException e) {
            // The loader has answered with a class of another name.
            return "other name";
        } catch (StackOverflowError e) {
            return "overflow";
        }
    }
}
