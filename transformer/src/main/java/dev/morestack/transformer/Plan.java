package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;

/** Which methods of a class get which prologue. */
final class Plan {

    private static final int LONGEST_INITIALISER = 4096;

    private final String className;
    private final int version;
    private final boolean maySubclassThread;
    private final boolean hasRootedInitialiser;
    private final ScannedMethod[] methods;
    private final int[] elided = new int[Elision.COUNT];
    private final int[] leftOut = new int[LeftOut.COUNT];
    private final boolean[] entries;

    /** Which methods get more than a check. */
    private final boolean[] more;

    private int checks;
    private int roots;

    Plan(RawClass file, ScannedMethod[] methods, MethodSelection selection) {
        this.methods = methods;
        className = file.className(file.header + 2);
        version = file.version();
        // Whether it does is asked at run time: the class above may be anything, and looking it up
        // would load it.
        maySubclassThread =
                (file.u2(file.header) & (Opcodes.ACC_INTERFACE | Opcodes.ACC_MODULE)) == 0
                        && !"java/lang/Object".equals(file.className(file.header + 4));
        hasRootedInitialiser = hasRootedInitialiser(file);
        entries = new boolean[methods.length];
        more = new boolean[methods.length];
        for (int i = 0; i < methods.length; i++) {
            count(methods[i]);
            if (mayStartThread(methods[i])) {
                more[i] = true;
                roots++;
            }
            more[i] |= isRootedInitialiser(methods[i]);
        }
        if (selection != MethodSelection.NONE) {
            findEntries(selection);
        }
    }

    private void findEntries(MethodSelection selection) {
        String binaryName = className.replace('/', '.');
        for (int i = 0; i < methods.length; i++) {
            if (mayBeEntry(methods[i]) && selection.contains(binaryName, methods[i].name())) {
                entries[i] = true;
                more[i] = true;
                roots++;
            }
        }
    }

    private void count(ScannedMethod method) {
        if (!method.needsCheck()) {
            elided[method.elision().ordinal()]++;
        } else if (method.hasRoom()) {
            checks++;
        } else {
            leftOut[LeftOut.TOO_LARGE.ordinal()]++;
        }
    }

    boolean isEmpty() {
        return checks == 0 && roots == 0;
    }

    Woven woven(byte[] bytes, boolean hasRegions) {
        return new Woven(bytes, hasRegions, checks, elided, leftOut);
    }

    int checks() {
        return checks;
    }

    /** Tells whether there are checks to weave, and nothing else. */
    boolean isOfChecksAlone() {
        for (int i = 0; i < more.length; i++) {
            if (more[i]) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether more is woven into the method than a check. */
    boolean needsMoreThanCheck(int index) {
        return more[index];
    }

    /** Tells whether a check is all that is woven into the method. */
    boolean needsCheckAlone(int index) {
        return methods[index].needsCheck() && methods[index].hasRoom() && !more[index];
    }

    ScannedMethod method(int index) {
        return methods[index];
    }

    /** Tells whether the method is one that native code calls. */
    boolean isEntry(int index) {
        return entries[index];
    }

    String className() {
        return className;
    }

    int version() {
        return version;
    }

    boolean mayStartThread(ScannedMethod method) {
        return maySubclassThread
                && method.hasCode()
                && method.hasRoom()
                && (method.access() & Opcodes.ACC_STATIC) == 0
                && method.isRun();
    }

    private boolean mayBeEntry(ScannedMethod method) {
        return method.hasCode()
                && method.hasRoomForEntry()
                && method.name().charAt(0) != '<'
                && EntryPrologue.isPossible(version);
    }

    /**
     * Very long initialisers keep their plain calls, which would each become ten times as long; so
     * do old classes, whose constant pools have no method handles (JVMS 4.4.8), and the JDK's.
     * Calls of the JDK get no root, so that an initialiser with no others needs no visitor.
     */
    private boolean hasRootedInitialiser(RawClass file) {
        if (version < Opcodes.V1_7 || JdkNames.contain(className)) {
            return false;
        }
        for (int i = 0; i < methods.length; i++) {
            if (methods[i].isInitialiser()) {
                return methods[i].needsCheck()
                        && methods[i].codeLength() <= LONGEST_INITIALISER
                        && ClassScan.callsProgram(file, methods[i].member());
            }
        }
        return false;
    }

    boolean isRootedInitialiser(ScannedMethod method) {
        return hasRootedInitialiser && method.isInitialiser();
    }

    /** Tells whether this is the name of the class. */
    boolean isOf(String name) {
        return className.equals(name);
    }

    /** Tells whether this is a method of the class that needs no root. */
    boolean needsNoRoot(String owner, String name, String descriptor) {
        if (!owner.equals(className)) {
            return false;
        }
        for (int i = 0; i < methods.length; i++) {
            if (methods[i].is(name, descriptor)) {
                return methods[i].isBounded();
            }
        }
        return false;
    }
}
