package dev.morestack.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.Hidden;

/**
 * The main class that the launcher starts instead of the program's: it runs the program's inside a
 * root. Nothing of it shows in a stack trace.
 */
public final class MainRoot {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    private static Runnable caller;
    private static String[] arguments;

    private MainRoot() {}

    /**
     * Called by the launcher when it has loaded and validated the main class.
     *
     * @return the class whose {@code main} it is to start: this one, or the program's as it is when
     *     it cannot be called from here
     */
    public static Class<?> standInFor(Class<?> mainClass) {
        try {
            Launcher launcher = new Launcher(mainClass);
            caller = Callers.ofMain(mainClass, launcher.isStatic, launcher.takesArguments);
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
