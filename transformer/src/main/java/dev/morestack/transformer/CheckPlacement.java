package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;

/**
 * Finds where a method's check goes: before its first instruction, or behind the tests with which
 * it begins when what they skip returns without a call. A recursion's base cases then pay nothing,
 * and every path that makes a call still takes the check first, and only once.
 *
 * <pre>
 *   int fib(int n) {
 *       if (n &lt; 2) return n;             // no call on this path
 *       Morestack.check(...);            // before all calls, once
 *       return fib(n - 1) + fib(n - 2);
 *   }
 * </pre>
 *
 * <p>Only instructions without an effect that lasts may come before the check, so that an error
 * thrown there is still thrown before the method has done anything.
 */
final class CheckPlacement {

    /** Instructions looked at on each path: base cases are short. */
    private static final int REACH = 48;

    private final byte[] bytes;
    private final RawClass file;
    private final int start;
    private final int end;

    private CheckPlacement(RawClass file, int start, int length) {
        this.file = file;
        this.bytes = file.bytes;
        this.start = start;
        this.end = start + length;
    }

    /**
     * Returns the number of instructions that come before the check.
     *
     * @param start offset of the method's first instruction in the class file
     * @param length bytes of its code
     */
    static int instructionsBefore(RawClass file, int start, int length) {
        CheckPlacement placement = new CheckPlacement(file, start, length);
        int anchor = placement.anchor();
        return anchor == start ? 0 : placement.index(anchor);
    }

    private int anchor() {
        int anchor = start;
        int at = start;
        for (int i = 0; i < REACH && at < end && !isInTryBlock(at); i++) {
            int opcode = bytes[at] & 0xff;
            int next = Instructions.after(bytes, start, at);
            if (Instructions.isTest(opcode)) {
                int target = at + Instructions.jump(bytes, at);
                if (target > at && returnsWithoutCall(next)) {
                    at = target;
                } else if (target > at && returnsWithoutCall(target)) {
                    at = next;
                } else {
                    break;
                }
                if (isPossible(at)) {
                    anchor = at;
                }
            } else if (Instructions.leavesNoTrace(opcode)) {
                at = next;
            } else {
                break;
            }
        }
        return anchor;
    }

    /** Tells whether the path from here on is short, without a choice, and ends in a return. */
    private boolean returnsWithoutCall(int from) {
        int at = from;
        for (int i = 0; i < REACH && at < end && !isInTryBlock(at); i++) {
            int opcode = bytes[at] & 0xff;
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                return true;
            }
            boolean skips = opcode == Opcodes.GOTO && Instructions.jump(bytes, at) > 0;
            if (!skips && (Instructions.mayCall(opcode) || Instructions.branches(opcode))) {
                return false;
            }
            at = skips ? at + Instructions.jump(bytes, at) : Instructions.after(bytes, start, at);
        }
        return false;
    }

    private boolean isPossible(int anchor) {
        // Frames name an object that is not initialised yet by the place of its NEW.
        return (bytes[anchor] & 0xff) != Opcodes.NEW
                && !isInTryBlock(anchor)
                && !isBehindHandler(anchor)
                && !isInLoop(file, start, end, anchor);
    }

    /**
     * Tells whether a handler may go on in the method with an error that is thrown at this place:
     * it could be that of the check, or come before it and lead to a call.
     */
    private boolean isInTryBlock(int at) {
        int offset = at - start;
        for (int i = file.u2(end); i > 0; i--) {
            int entry = handlerEntry(i);
            if (offset >= file.u2(entry) && offset < file.u2(entry + 2)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a handler stands where control may flow from it to the place again. */
    private boolean isBehindHandler(int anchor) {
        for (int i = file.u2(end); i > 0; i--) {
            if (file.u2(handlerEntry(i) + 4) <= anchor - start) {
                return true;
            }
        }
        return false;
    }

    private int handlerEntry(int i) {
        return end + 2 + 8 * (i - 1);
    }

    /**
     * Tells whether anything behind a place jumps back before it: what stands there would run on
     * every turn.
     *
     * @param start offset of the method's first instruction
     * @param end offset behind its last one
     * @param anchor offset of the place
     */
    static boolean isInLoop(RawClass file, int start, int end, int anchor) {
        byte[] bytes = file.bytes;
        for (int at = anchor; at < end; at = Instructions.after(bytes, start, at)) {
            int opcode = bytes[at] & 0xff;
            if (Instructions.isSwitch(opcode)) {
                // Its targets are not read: one of them might be before the place.
                return true;
            }
            int jump = Instructions.jump(bytes, at);
            if (jump != 0 && at + jump <= anchor) {
                return true;
            }
        }
        return false;
    }

    private int index(int anchor) {
        int index = 0;
        for (int at = start; at < anchor; at = Instructions.after(bytes, start, at)) {
            index++;
        }
        return index;
    }
}
