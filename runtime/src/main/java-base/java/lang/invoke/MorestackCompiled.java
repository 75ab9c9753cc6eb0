package java.lang.invoke;

import jdk.internal.vm.annotation.ForceInline;
import jdk.internal.vm.annotation.Hidden;
import jdk.internal.vm.annotation.Stable;

/**
 * Tells what C2 knows of a value while it compiles.
 *
 * <p>It lives in {@code java.lang.invoke} for the sake of {@code
 * MethodHandleImpl.isCompileConstant}, which is visible here alone: false to the interpreter and
 * C1, and to C2 a constant that says whether the argument is one.
 */
public final class MorestackCompiled {

    /** By sign. An element is a constant as soon as its index is. */
    @Stable private static final Object[] SIGNS = {"not negative", "negative"};

    private MorestackCompiled() {}

    /** Tells whether the caller is compiled by C2, which has proved the sign of the number. */
    @ForceInline
    @Hidden
    public static boolean knowsSign(int number) {
        return MethodHandleImpl.isCompileConstant(SIGNS[number >>> 31]);
    }
}
