package dev.morestack.transformer;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Finds where a method's check goes: before its first instruction, or behind the tests with which
 * it begins when what they skip returns without a call. A recursion's base cases then pay nothing,
 * and every path that makes a call still takes the check first.
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
    private final ClassReader reader;
    private final int start;
    private final int end;

    private CheckPlacement(byte[] classFile, ClassReader reader, int start, int length) {
        this.bytes = classFile;
        this.reader = reader;
        this.start = start;
        this.end = start + length;
    }

    /**
     * Returns the number of instructions that come before the check.
     *
     * @param start offset of the method's first instruction in the class file
     * @param length bytes of its code
     */
    static int instructionsBefore(byte[] classFile, ClassReader reader, int start, int length) {
        CheckPlacement placement = new CheckPlacement(classFile, reader, start, length);
        int anchor = placement.anchor();
        return anchor == start ? 0 : placement.index(anchor);
    }

    private int anchor() {
        int anchor = start;
        int at = start;
        for (int i = 0; i < REACH && at < end; i++) {
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
                anchor = at;
            } else if (Instructions.leavesNoTrace(opcode)) {
                at = next;
            } else {
                break;
            }
        }
        return isPossible(anchor) ? anchor : start;
    }

    /** Tells whether the path from here on is short, without a choice, and ends in a return. */
    private boolean returnsWithoutCall(int from) {
        int at = from;
        for (int i = 0; i < REACH && at < end; i++) {
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
        return anchor == start
                || (bytes[anchor] & 0xff) != Opcodes.NEW
                        && !isInTryBlock(anchor)
                        && !isLoopHead(anchor);
    }

    /** The error of a check must not be caught by the method that has not yet begun. */
    private boolean isInTryBlock(int anchor) {
        int offset = anchor - start;
        for (int i = reader.readUnsignedShort(end); i > 0; i--) {
            int entry = end + 2 + 8 * (i - 1);
            int handler = reader.readUnsignedShort(entry + 4);
            if (offset == handler
                    || offset >= reader.readUnsignedShort(entry)
                            && offset < reader.readUnsignedShort(entry + 2)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether anything jumps back to the place: the check would run on every turn. */
    private boolean isLoopHead(int anchor) {
        for (int at = anchor; at < end; at = Instructions.after(bytes, start, at)) {
            int opcode = bytes[at] & 0xff;
            if (Instructions.isSwitch(opcode)) {
                // Its targets are not read: one of them might be the place.
                return true;
            }
            if (Instructions.branches(opcode) && at + Instructions.jump(bytes, at) == anchor) {
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
