package dev.morestack.runtime;

import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/** The recursion that the calling thread is in, in words: for messages. */
final class Recursion implements Function<Stream<StackWalker.StackFrame>, String> {

    /** Most frames that are named. A recursion through more methods is not recognised. */
    static final int NAMED = 64;

    private static final String OURS = Recursion.class.getPackageName().concat(".");

    /** How long frames may be counted, in ns: a recursion without end is to end soon. */
    private static final long PATIENCE = 200_000_000;

    private static final int MOST_METHODS = 6;

    private final boolean counts;

    private Recursion(boolean counts) {
        this.counts = counts;
    }

    /**
     * Returns something like " in 12,345 frames of pkg.A.f -> pkg.B.g"; empty when there is no room
     * to find out.
     *
     * @param counts whether the frames are to be counted
     */
    static String describe(boolean counts) {
        try {
            return StackWalker.getInstance().walk(new Recursion(counts));
        } catch (StackOverflowError | OutOfMemoryError e) {
            return "";
        }
    }

    /**
     * Names the innermost frames.
     *
     * @param names where the names go, innermost first and without our own
     * @return how many there are
     */
    static int name(Iterator<StackWalker.StackFrame> frames, String[] names) {
        int named = 0;
        while (named < names.length && frames.hasNext()) {
            StackWalker.StackFrame frame = frames.next();
            String type = frame.getClassName();
            if (named > 0 || !type.startsWith(OURS)) {
                names[named++] = type.concat(".").concat(frame.getMethodName());
            }
        }
        return named;
    }

    @Override
    public String apply(Stream<StackWalker.StackFrame> stream) {
        Iterator<StackWalker.StackFrame> frames = stream.iterator();
        String[] names = new String[NAMED];
        int named = name(frames, names);
        String cycle = methods(Cycle.of(names, named));
        return counts ? " in ".concat(count(frames, named)).concat(" frames").concat(cycle) : cycle;
    }

    private static String methods(String[] cycle) {
        String methods = "";
        for (int i = 0; i < cycle.length && i < MOST_METHODS; i++) {
            methods = methods.concat(i == 0 ? " of " : " -> ").concat(cycle[i]);
        }
        return cycle.length > MOST_METHODS ? methods.concat(" -> ...") : methods;
    }

    private static String count(Iterator<StackWalker.StackFrame> frames, int named) {
        long end = System.nanoTime() + PATIENCE;
        long count = named;
        while (frames.hasNext()) {
            Object unused = frames.next();
            if ((++count & 1023) == 0 && System.nanoTime() - end > 0) {
                return "more than ".concat(grouped(count));
            }
        }
        return grouped(count);
    }

    /** Returns the number with a comma after every three digits. */
    private static String grouped(long number) {
        String digits = Long.toString(number);
        String text = digits.substring(0, (digits.length() - 1) % 3 + 1);
        for (int i = text.length(); i < digits.length(); i += 3) {
            text = text.concat(",").concat(digits.substring(i, i + 3));
        }
        return text;
    }
}
