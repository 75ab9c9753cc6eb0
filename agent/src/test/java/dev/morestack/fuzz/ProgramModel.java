package dev.morestack.fuzz;

import java.util.List;

/**
 * A generated program before it is written.
 *
 * @param methods the methods, each at the index that is its id
 * @param plan how deep they go and come back
 */
record ProgramModel(long seed, List<MethodModel> methods, WalkPlan plan) {

    /** The start of the internal names of a program's classes, and of no others. */
    static final String PACKAGE = "fuzzed/";

    static String packageOf(long seed) {
        return PACKAGE + "p" + Long.toUnsignedString(seed) + "/";
    }

    /** The class whose static field holds the trace. */
    String hub() {
        return packageOf(seed) + "Hub";
    }

    /** The class whose static initialiser makes the pending call. */
    String initialiser() {
        return packageOf(seed) + "Init";
    }

    MethodModel method(int id) {
        return methods.get(id);
    }
}
