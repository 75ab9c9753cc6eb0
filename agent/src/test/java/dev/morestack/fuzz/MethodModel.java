package dev.morestack.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;

/**
 * A generated method before it is written: everything that the dice decided about it.
 *
 * @param owner the internal name of the class or interface that declares it
 * @param version the major version of its class files
 * @param frames whether version 50 has its stack map frames; without them the old verifier is asked
 * @param salt a number that makes what it computes its own
 * @param gap local slots left unused between arguments and locals
 * @param keepers locals that are set at the start and compared at the end
 * @param superAt for a constructor, the number of pieces before its call of another constructor
 * @param tags annotations by descriptor, each with its value
 */
record MethodModel(
        int id,
        MethodKind kind,
        String owner,
        int version,
        boolean frames,
        List<Type> arguments,
        Type result,
        long salt,
        int gap,
        List<Type> keepers,
        int superAt,
        Set<Shape> shapes,
        Map<String, String> tags,
        List<Piece> body) {

    /** Something unusual about a whole method. */
    enum Shape {
        SYNCHRONIZED,
        /** The first instruction is the target of a jump back. */
        LOOP_AT_ZERO,
        /** An exception handler covers the first instruction. */
        HANDLER_AT_ZERO,
        /** Line numbers and names of arguments, from the first instruction on. */
        DEBUG_INFO,
        /** A constructor that sets a field before it calls another one. */
        EARLY_FIELD,
        /** A constructor whose superclass has a constructor that recurses. */
        RECURSIVE_SUPER,
        /** Code as long as a method may be, less a few bytes. */
        LONGEST_CODE
    }

    boolean has(Shape shape) {
        return shapes.contains(shape);
    }

    boolean needsFrames() {
        return version > ClassVersion.JAVA_6 || version == ClassVersion.JAVA_6 && frames;
    }

    /** The subclass or implementation that belongs to the method. */
    String derived() {
        return owner + "D";
    }

    /** The superclass of a constructor's class. */
    String base() {
        return has(Shape.RECURSIVE_SUPER) ? owner + "S" : "java/lang/Object";
    }

    /** The class of the static methods that turn one long into the method's arguments. */
    String gate() {
        return owner + "G";
    }

    String name() {
        return kind == MethodKind.CONSTRUCTOR ? "<init>" : "m" + id;
    }

    String descriptor() {
        return Type.getMethodDescriptor(result, arguments.toArray(Type[]::new));
    }

    int argumentSlots() {
        return (kind.isStatic() ? 0 : 1) + arguments.stream().mapToInt(Type::getSize).sum();
    }
}
