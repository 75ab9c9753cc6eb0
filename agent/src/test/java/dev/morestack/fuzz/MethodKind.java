package dev.morestack.fuzz;

/** How a generated method is declared, and so by which instruction it is invoked. */
enum MethodKind implements Dice.Weighted {
    STATIC(Feature.CALLS, 1, 6),
    /** An instance method that a subclass, loaded late, overrides with a call of super. */
    VIRTUAL(Feature.CALLS, 1, 5),
    /** A private instance method behind a public one. */
    PRIVATE(Feature.CALLS, 1, 2),
    CONSTRUCTOR(Feature.CONSTRUCTORS, 1, 5),
    INTERFACE(Feature.INTERFACES, 1, 3),
    INTERFACE_DEFAULT(Feature.INTERFACES, ClassVersion.JAVA_8, 3),
    INTERFACE_STATIC(Feature.INTERFACES, ClassVersion.JAVA_8, 2),
    /** A private interface method behind a default one. */
    INTERFACE_PRIVATE(Feature.INTERFACES, ClassVersion.JAVA_8, 2);

    final Feature feature;
    final int firstVersion;
    private final int weight;

    MethodKind(Feature feature, int firstVersion, int weight) {
        this.feature = feature;
        this.firstVersion = firstVersion;
        this.weight = weight;
    }

    @Override
    public int weight() {
        return weight;
    }

    /** Whether the class or interface that declares the method is an interface. */
    boolean inInterface() {
        return this == INTERFACE
                || this == INTERFACE_DEFAULT
                || this == INTERFACE_STATIC
                || this == INTERFACE_PRIVATE;
    }

    boolean isStatic() {
        return this == STATIC || this == INTERFACE_STATIC;
    }

    /** Whether a caller needs an object to invoke the method on. */
    boolean hasReceiver() {
        return !isStatic() && this != CONSTRUCTOR;
    }

    boolean isPrivate() {
        return this == PRIVATE || this == INTERFACE_PRIVATE;
    }

    /** Whether a second class, a subclass or an implementation, belongs to the method. */
    boolean hasDerivedClass() {
        return hasReceiver() && this != PRIVATE;
    }

    boolean maySynchronize() {
        return this == STATIC || this == VIRTUAL || this == PRIVATE || this == INTERFACE;
    }
}
