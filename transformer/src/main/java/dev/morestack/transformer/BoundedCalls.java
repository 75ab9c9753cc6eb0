package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;

/**
 * Tells which methods need no check because all they call is known, and ends soon: leaf calls, and
 * methods of the same class that need none either. A recursion passes through at least one method
 * for which this does not hold, since what a method calls must be settled before it is.
 */
final class BoundedCalls {

    private final RawClass file;
    private final ScannedMethod[] methods;

    /** Bytes of the deepest chain from each method on; 0 where it is not known. */
    private final int[] chains;

    /** Offsets of the {@code Code} attributes of those that are not settled. */
    private final int[] codes;

    private BoundedCalls(RawClass file, ScannedMethod[] methods) {
        this.file = file;
        this.methods = methods;
        chains = new int[methods.length];
        codes = new int[methods.length];
    }

    /** Takes the reason back from the methods for which it does not hold. */
    static void settle(RawClass file, ScannedMethod[] methods) {
        for (int i = 0; i < methods.length; i++) {
            if (methods[i].elision() == Elision.BOUNDED_CALLS) {
                new BoundedCalls(file, methods).settle();
                return;
            }
        }
    }

    private void settle() {
        int at = file.methods() + 2;
        for (int i = 0; i < methods.length; i++) {
            if (methods[i].elision() == Elision.BOUNDED_CALLS) {
                codes[i] = file.attribute(at + 6, KnownText.CODE);
            } else if (methods[i].hasCode() && !methods[i].needsCheck()) {
                chains[i] = methods[i].charge();
            }
            at = file.afterMember(at);
        }
        boolean goesOn = true;
        while (goesOn) {
            goesOn = false;
            for (int i = 0; i < methods.length; i++) {
                if (isOpen(i)) {
                    chains[i] = chain(i);
                    goesOn |= chains[i] > 0;
                }
            }
        }
        for (int i = 0; i < methods.length; i++) {
            if (isOpen(i)) {
                int before = ClassScan.before(file, codes[i], methods[i].charge());
                methods[i] = methods[i].checkedAfter(before);
            }
        }
    }

    private boolean isOpen(int method) {
        return codes[method] > 0 && chains[method] == 0;
    }

    private int chain(int method) {
        int start = codes[method] + 8;
        int end = start + methods[method].codeLength();
        int deepest = 0;
        for (int at = start; at < end; at = Instructions.after(file.bytes, start, at)) {
            int opcode = file.u1(at);
            if (Instructions.isCall(opcode) && ClassScan.isOwnCall(file, at)) {
                int chain = ofOwn(opcode, file.called(at));
                if (chain == 0) {
                    return 0;
                }
                deepest = Math.max(deepest, chain);
            }
        }
        int chain = methods[method].charge() + deepest;
        return ScannedMethod.mayGoUnchecked(chain) ? chain : 0;
    }

    /**
     * Returns the chain of the method called; 0 where that is not known, or could be another. A
     * text that a class file has twice is not known.
     */
    private int ofOwn(int opcode, int nameAndType) {
        for (int i = 0; i < methods.length; i++) {
            if (chains[i] > 0
                    && file.u2(nameAndType) == file.u2(methods[i].member() + 2)
                    && file.u2(nameAndType + 2) == file.u2(methods[i].member() + 4)) {
                return isBound(opcode, methods[i].access()) ? chains[i] : 0;
            }
        }
        return 0;
    }

    private boolean isBound(int opcode, int access) {
        return opcode == Opcodes.INVOKESTATIC
                || opcode == Opcodes.INVOKESPECIAL
                || (access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL)) != 0
                || (file.u2(file.header) & Opcodes.ACC_FINAL) != 0;
    }
}
