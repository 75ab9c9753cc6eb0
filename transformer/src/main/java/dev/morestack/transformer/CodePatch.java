package dev.morestack.transformer;

import org.objectweb.asm.Opcodes;

/**
 * Copies a {@code Code} attribute (JVMS 4.7.3) with instructions put in, such as a check.
 *
 * <p>Instructions that do nothing keep the operands of switches aligned. Behind a place that is not
 * the first instruction there must be no switch, and nothing that jumps back over it: {@link
 * CheckPlacement#isInLoop} tells.
 */
final class CodePatch {

    private static final int HEADER = ClassShape.HEADER;

    /** Bytes of the entries of tables. */
    private static final int LINE = ClassScan.LINE_NUMBER_ENTRY;

    private static final int VARIABLE = 10;

    private final RawClass file;
    private final byte[] bytes;
    private final ByteSink out;

    /** Offset in the code at which they go in. */
    private int place;

    /** Bytes that go in. */
    private int growth;

    /** Creates the copier. */
    CodePatch(RawClass file, ByteSink out) {
        this.file = file;
        this.bytes = file.bytes;
        this.out = out;
    }

    /**
     * Copies the attribute.
     *
     * @param instructions number of instructions that stay before what goes in
     * @param inserted the bytes that go in
     * @param operands how many operands they need
     * @return whether everything in the attribute is known; if not, what was written is void
     */
    boolean write(int attribute, int instructions, byte[] inserted, int operands) {
        int start = attribute + 14;
        int end = start + file.u4(attribute + 10);
        int maxStack = u2(attribute + 6);
        place = placeAfter(instructions, start);
        growth = inserted.length;
        if (place == 0 && hasSwitch(start, end)) {
            growth = (growth + 3) & ~3;
        }
        if (maxStack + operands > 65535) {
            return false;
        }
        int lengthAt = out.size() + 2;
        out.copy(bytes, attribute, attribute + 6);
        // Operands of the instructions before may still be there.
        out.u2(place == 0 ? Math.max(operands, maxStack) : maxStack + operands);
        out.u2(u2(attribute + 8));
        out.u4(end - start + growth);
        if (!before(start)) {
            return false;
        }
        out.copy(inserted, 0, inserted.length);
        for (int i = inserted.length; i < growth; i++) {
            out.u1(Opcodes.NOP);
        }
        out.copy(bytes, start + place, end);
        if (!attributes(handlers(end))) {
            return false;
        }
        out.setU4(lengthAt, out.size() - lengthAt - 4);
        return true;
    }

    private int placeAfter(int instructions, int start) {
        int at = start;
        for (int i = 0; i < instructions; i++) {
            at = Instructions.after(bytes, start, at);
        }
        return at - start;
    }

    private boolean hasSwitch(int start, int end) {
        for (int at = start; at < end; at = Instructions.after(bytes, start, at)) {
            if (Instructions.isSwitch(bytes[at] & 0xff)) {
                return true;
            }
        }
        return false;
    }

    /** Copies the instructions before the place, and makes jumps over it reach as far as before. */
    private boolean before(int start) {
        int to = out.size();
        out.copy(bytes, start, start + place);
        for (int at = start; at < start + place; at = Instructions.after(bytes, start, at)) {
            int opcode = bytes[at] & 0xff;
            if (Instructions.isSwitch(opcode)) {
                if (Instructions.farthest(bytes, start, at) - start > place) {
                    return false;
                }
                continue;
            }
            int jump = Instructions.jump(bytes, at);
            if (at - start + jump > place) {
                // What jumps just to the place takes what is put in there.
                if (opcode > Opcodes.IFNONNULL || jump + growth > Short.MAX_VALUE) {
                    return false;
                }
                out.setU2(to + at - start + 1, jump + growth);
            }
        }
        return true;
    }

    private int moved(int offset) {
        return offset >= place ? offset + growth : offset;
    }

    /** The same of offsets of which that of the place itself belongs before the check. */
    private int movedBehind(int offset) {
        return offset > place ? offset + growth : offset;
    }

    /** Copies the table of handlers, and returns the offset behind it. */
    private int handlers(int table) {
        int end = table + 2 + 8 * u2(table);
        int to = out.size() - table;
        out.copy(bytes, table, end);
        for (int at = table + 2; at < end; at += 8) {
            out.setU2(at + to, moved(u2(at)));
            out.setU2(at + 2 + to, movedBehind(u2(at + 2)));
            out.setU2(at + 4 + to, moved(u2(at + 4)));
        }
        return end;
    }

    private boolean attributes(int count) {
        out.u2(u2(count));
        int at = count + 2;
        for (int i = u2(count); i > 0; i--) {
            int end = at + HEADER + file.u4(at + 2);
            int name = file.known(at);
            if (name == KnownText.FRAMES && u2(6) >= Opcodes.V1_6) {
                if (!frames(at, end)) {
                    return false;
                }
            } else if (name == KnownText.LINES) {
                if (!isTable(at + HEADER, end, LINE)) {
                    return false;
                }
                lines(at, end);
            } else if (name == KnownText.VARIABLES || name == KnownText.VARIABLE_TYPES) {
                if (!isTable(at + HEADER, end, VARIABLE)) {
                    return false;
                }
                variables(at, end);
            } else {
                return false;
            }
            at = end;
        }
        return true;
    }

    /** Tells whether a table of such entries ends there. */
    private boolean isTable(int table, int end, int entry) {
        return table + 2 + entry * u2(table) == end;
    }

    private boolean frames(int attribute, int end) {
        int lengthAt = out.size() + 2;
        out.copy(bytes, attribute, attribute + HEADER);
        if (!new FramesPatch(bytes, out, place, growth).write(attribute + HEADER, end)) {
            return false;
        }
        out.setU4(lengthAt, out.size() - lengthAt - 4);
        return true;
    }

    private void lines(int attribute, int end) {
        int to = out.size() - attribute;
        out.copy(bytes, attribute, end);
        for (int at = attribute + HEADER + 2; at < end; at += LINE) {
            // What is put in has the line of the instruction before which it stands.
            out.setU2(at + to, movedBehind(u2(at)));
        }
    }

    private void variables(int attribute, int end) {
        int to = out.size() - attribute;
        out.copy(bytes, attribute, end);
        for (int at = attribute + HEADER + 2; at < end; at += VARIABLE) {
            int start = movedBehind(u2(at));
            out.setU2(at + to, start);
            out.setU2(at + 2 + to, movedBehind(u2(at) + u2(at + 2)) - start);
        }
    }

    private int u2(int at) {
        return file.u2(at);
    }
}
