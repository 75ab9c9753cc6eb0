package dev.morestack.transformer;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/** Stands for {@code java.lang.Morestack}, which no test can load, and counts its calls. */
public final class CheckCounter {

    private static int checks;
    private static int largestCharge;
    private static boolean runInRoot;
    private static Object lastSelf;
    private static String lastClass;
    private static int callsInRoot;
    private static final List<String> SCOPES = new ArrayList<>();

    private CheckCounter() {}

    /** Forgets all calls. */
    static void reset(boolean runsInRoot) {
        checks = 0;
        largestCharge = 0;
        runInRoot = runsInRoot;
        lastSelf = null;
        lastClass = null;
        callsInRoot = 0;
        SCOPES.clear();
    }

    static int checks() {
        return checks;
    }

    static int largestCharge() {
        return largestCharge;
    }

    static int callsInRoot() {
        return callsInRoot;
    }

    /** Returns which regions and policies have been entered, left and linked, in order. */
    static List<String> scopes() {
        return List.copyOf(SCOPES);
    }

    static Object lastSelf() {
        return lastSelf;
    }

    static String lastClass() {
        return lastClass;
    }

    /** Called by woven code. */
    public static void check(int charge) {
        checks++;
        largestCharge = Math.max(largestCharge, charge);
    }

    /** Called by woven code. */
    public static boolean ranInRoot(Object self, String declaringClass) {
        lastSelf = self;
        lastClass = declaringClass;
        return runInRoot;
    }

    /** Called by woven code. */
    public static boolean rootDue(Class<?> owner, String method, String descriptor, Object self) {
        lastSelf = self;
        lastClass = owner.getName() + "::" + method + descriptor;
        return runInRoot;
    }

    /** Called by woven code; answers with the last of the arguments. */
    public static Object runEntry(
            Class<?> owner, String method, String descriptor, Object[] arguments) {
        return arguments[arguments.length - 1];
    }

    /** Called by woven static initialisers. */
    public static Object callInRoot(MethodHandle method, Object[] arguments) throws Throwable {
        callsInRoot++;
        return method.asFixedArity().invokeWithArguments(arguments);
    }

    /** Called by woven code; the bytes are the token, too. */
    public static int enterRegion(long bytes) {
        SCOPES.add("enter " + bytes);
        return (int) bytes;
    }

    /** Called by woven code. */
    public static void leaveRegion(int token) {
        SCOPES.add("leave " + token);
    }

    /** Called by woven code. */
    public static Object enterNamedPolicy(String name) {
        SCOPES.add("enter " + name);
        return name;
    }

    /** Called by woven code. */
    public static void leavePolicy(Object former) {
        SCOPES.add("leave " + former);
    }

    /** Links woven calls. */
    public static CallSite linkRegion(
            MethodHandles.Lookup lookup,
            String name,
            MethodType type,
            MethodHandle target,
            long bytes) {
        SCOPES.add("link " + name + " " + bytes);
        return new ConstantCallSite(target.asType(type));
    }

    /** Called by the class that calls {@code main}. */
    public static String[] mainArguments() {
        return new String[] {"more", "stack"};
    }
}
