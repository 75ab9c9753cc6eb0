package dev.morestack.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.Hidden;

/**
 * The main class that the launcher starts instead of the program's: it runs the program's inside a
 * root. Nothing of it shows in a stack trace.
 */
public final class MainRoot {

    /** Writes the class that calls a {@code main} method: the runtime has no class file writer. */
    public interface CallerWriter {

        /**
         * Returns a class named {@code name} that implements {@code Runnable} by calling {@code
         * mainClass}'s {@code main}, with {@link Morestack#mainArguments()} where it takes them.
         *
         * @param isStatic whether {@code main} is static; else it is called on a new object
         * @param takesArguments whether {@code main} has the array of arguments for a parameter
         */
        byte[] write(String name, Class<?> mainClass, boolean isStatic, boolean takesArguments);
    }

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    /** {@code NESTMATE_CLASS} and {@code HIDDEN_CLASS} of {@code MethodHandleNatives.Constants}. */
    private static final int HIDDEN_NESTMATE = 0x1 | 0x2;

    private static CallerWriter writer;
    private static Runnable caller;
    private static String[] arguments;

    private MainRoot() {}

    static void writeCallersBy(CallerWriter callerWriter) {
        writer = callerWriter;
    }

    /**
     * Called by the launcher when it has loaded and validated the main class.
     *
     * @return the class whose {@code main} it is to start: this one, or the program's as it is when
     *     it cannot be called from here
     */
    public static Class<?> standInFor(Class<?> mainClass) {
        try {
            Launcher launcher = new Launcher(mainClass);
            String name = mainClass.getName().replace('.', '/').concat("$$Morestack");
            byte[] bytes =
                    writer.write(name, mainClass, launcher.isStatic, launcher.takesArguments);
            Class<?> callerClass =
                    SharedSecrets.getJavaLangAccess()
                            .defineClass(
                                    mainClass.getClassLoader(),
                                    mainClass,
                                    name,
                                    bytes,
                                    mainClass.getProtectionDomain(),
                                    false,
                                    HIDDEN_NESTMATE,
                                    null);
            caller = (Runnable) UNSAFE.allocateInstance(callerClass);
            launcher.expectStaticMainWithArguments();
            return MainRoot.class;
        } catch (Throwable e) {
            Installation.log("main has no root and cannot grow: ", e);
            return mainClass;
        }
    }

    /** Runs the program's {@code main} inside a root. */
    @Hidden
    public static void main(String[] args) {
        arguments = args;
        Roots.enter(caller);
    }

    /** Returns what the launcher passed to {@link #main}. */
    public static String[] arguments() {
        return arguments;
    }

    /** How {@code sun.launcher.LauncherHelper} has told the launcher to call {@code main}. */
    private static final class Launcher {

        final boolean isStatic;
        final boolean takesArguments;
        private final Field isStaticMain;
        private final Field noArgMain;

        Launcher(Class<?> mainClass) throws ReflectiveOperationException {
            Class<?> helper = Class.forName("sun.launcher.LauncherHelper");
            isStaticMain = field(helper, "isStaticMain");
            noArgMain = field(helper, "noArgMain");
            if (isStaticMain != null && noArgMain != null) {
                isStatic = UNSAFE.getBoolean(base(isStaticMain), offset(isStaticMain));
                takesArguments = !UNSAFE.getBoolean(base(noArgMain), offset(noArgMain));
                return;
            }
            // JDK 21, where only a preview feature knows other forms.
            Method main = mainClass.getMethod("main", String[].class);
            if (!Modifier.isStatic(main.getModifiers())) {
                throw new NoSuchMethodException("static main(String[])");
            }
            isStatic = true;
            takesArguments = true;
        }

        void expectStaticMainWithArguments() {
            if (isStaticMain != null && noArgMain != null) {
                UNSAFE.putBoolean(base(isStaticMain), offset(isStaticMain), true);
                UNSAFE.putBoolean(base(noArgMain), offset(noArgMain), false);
            }
        }

        private static Field field(Class<?> owner, String name) {
            try {
                return owner.getDeclaredField(name);
            } catch (NoSuchFieldException e) {
                return null;
            }
        }

        private static Object base(Field field) {
            return UNSAFE.staticFieldBase(field);
        }

        private static long offset(Field field) {
            return UNSAFE.staticFieldOffset(field);
        }
    }
}
