package dev.morestack.runtime;

/**
 * Holds the accounts where {@code Thread} has no field to spare. Slower, and used on no JDK known
 * today: the agent rewrites {@link Morestack} to call it when the field is not as expected.
 */
public final class SubstituteAccount {

    private static final ThreadLocal<int[]> ACCOUNTS = new Accounts();

    private SubstituteAccount() {}

    /**
     * Returns the account of the calling thread.
     *
     * @param current the calling thread, which the field would need
     */
    public static int get(Thread current) {
        return ACCOUNTS.get()[0];
    }

    /**
     * Sets the account of the calling thread.
     *
     * @param current the calling thread, which the field would need
     */
    public static void set(Thread current, int bytes) {
        ACCOUNTS.get()[0] = bytes;
    }

    private static final class Accounts extends ThreadLocal<int[]> {
        @Override
        protected int[] initialValue() {
            return new int[1];
        }
    }
}
