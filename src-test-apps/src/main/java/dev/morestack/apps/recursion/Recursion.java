package dev.morestack.apps.recursion;

import dev.morestack.apps.Result;
import java.util.Locale;

/**
 * Recurses to a depth in each of the named shapes, on the named kind of thread.
 *
 * <p>Arguments: a {@link Starter}, the depth, then any number of {@link Shape}s; none means all.
 */
public final class Recursion {

    private Recursion() {}

    public static void main(String[] args) throws Exception {
        Starter starter = Starter.valueOf(args[0]);
        int depth = Integer.parseInt(args[1]);
        Shape[] shapes = Shape.values();
        if (args.length > 2) {
            shapes = new Shape[args.length - 2];
            for (int i = 0; i < shapes.length; i++) {
                shapes[i] = Shape.valueOf(args[i + 2]);
            }
        }
        for (Shape shape : shapes) {
            starter.run(() -> print(shape, shape.descend(depth)));
        }
    }

    private static void print(Shape shape, long folded) {
        Result.print(shape.name().toLowerCase(Locale.ROOT), folded);
    }
}
