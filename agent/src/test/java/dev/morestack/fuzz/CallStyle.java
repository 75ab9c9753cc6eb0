package dev.morestack.fuzz;

import java.util.Locale;

/** The way from a call site of one generated method to another generated method. */
enum CallStyle implements Dice.Weighted {
    /** The instruction for the method's kind, with all its arguments. */
    DIRECT(Feature.CALLS, 1, 40),
    /** A static method that makes the arguments out of one long. */
    GATE(Feature.CALLS, 1, 4),
    /** Static methods without locals, of which one has no operand stack either. */
    BARE(Feature.CALLS, 1, 4),
    /** {@code MethodHandle.invokeExact}. */
    HANDLE(Feature.METHOD_HANDLES, ClassVersion.JAVA_7, 4),
    /** invokedynamic, linked when it is first reached. */
    INDY(Feature.METHOD_HANDLES, ClassVersion.JAVA_7, 4),
    /** A lambda that captures its argument. */
    LAMBDA(Feature.LAMBDAS, ClassVersion.JAVA_8, 4),
    /** A method reference that captures nothing. */
    REFERENCE(Feature.LAMBDAS, ClassVersion.JAVA_8, 4),

    INVOKE(Feature.REFLECTION),
    NEW_INSTANCE(Feature.REFLECTION),
    PROXY(Feature.REFLECTION),
    FOR_EACH(Feature.LIBRARY),
    STREAM(Feature.LIBRARY),
    COMPARATOR(Feature.LIBRARY),
    OPTIONAL(Feature.LIBRARY),
    TEXT(Feature.LIBRARY),
    HASH(Feature.LIBRARY),
    REPLACE(Feature.LIBRARY),
    FUTURE(Feature.LIBRARY),
    TASK(Feature.LIBRARY),
    LOCKED(Feature.LOCKS),
    INITIAL_VALUE(Feature.THREAD_LOCALS),
    INTERRUPTED(Feature.INTERRUPTS),
    SCOPED(Feature.SCOPED_VALUES),
    INITIALISER(Feature.STATIC_INITIALISERS),
    REGION(Feature.REGIONS),
    POLICY(Feature.POLICIES);

    final Feature feature;
    final int firstVersion;
    private final int weight;
    private final boolean detour;

    CallStyle(Feature feature, int firstVersion, int weight) {
        this.feature = feature;
        this.firstVersion = firstVersion;
        this.weight = weight;
        detour = false;
    }

    /** A style that goes through Java code of the harness and of the JDK. */
    CallStyle(Feature feature) {
        this.feature = feature;
        firstVersion = 1;
        weight = 1;
        detour = true;
    }

    @Override
    public int weight() {
        return weight;
    }

    boolean isDetour() {
        return detour;
    }

    /** The method of {@link Detours} that a detour goes through. */
    String methodName() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder camel = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            camel.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return camel.toString();
    }
}
