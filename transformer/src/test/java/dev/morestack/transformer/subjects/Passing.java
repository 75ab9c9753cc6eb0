package dev.morestack.transformer.subjects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Methods that hand on to others which check, and some that do so in vain. */
@SuppressWarnings({"MethodCanBeStatic", "UnusedMethod"})
abstract class Passing {

    private static final int INITIAL = checked(3);

    static int checked(int n) {
        return n == 0 ? INITIAL : checked(n - 1) + 1;
    }

    static int toChecked(int n) {
        return checked(n);
    }

    static int toPassing(int n) {
        return toChecked(n);
    }

    static int tooLong(int n) {
        return toPassing(n);
    }

    static int toOtherClass(int n) {
        return Fibonacci.of(n);
    }

    static int there(int n) {
        return n == 0 ? 0 : back(n - 1);
    }

    static int back(int n) {
        return n == 0 ? 1 : there(n - 1);
    }

    int toStaticOfOtherClass(int n) {
        return Fibonacci.of(n);
    }

    Object toConstructor() {
        return new Made(this);
    }

    Object toConstructorOfJdk(List<?> all) {
        return new ArrayList<>(all);
    }

    int toStaticOfJdk(Object[] all) {
        return Arrays.deepHashCode(all);
    }

    abstract int overridden(int n);

    int toOverridden(int n) {
        return overridden(n);
    }

    int toInherited() {
        return super.hashCode();
    }

    int toOtherObject(Shape other) {
        return other.depth();
    }

    Runnable toLambda() {
        return () -> overridden(1);
    }

    native int outside();

    int toNative() {
        return outside();
    }

    private int secret(int n) {
        return overridden(n);
    }

    static int staticToPassing(Passing passing) {
        return passing.secret(1);
    }

    /** Its constructor calls what anyone may override. */
    static class Made {
        final int value;

        Made(Passing passing) {
            value = passing.overridden(3);
        }
    }

    /** An interface calls what others implement, a lambda for example. */
    interface Handed {
        int hand(int n);

        default int on(int n) {
            return hand(n);
        }
    }
}
