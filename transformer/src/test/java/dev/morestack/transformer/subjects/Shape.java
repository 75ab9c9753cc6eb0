package dev.morestack.transformer.subjects;

/** Code in an interface, a record and an enum. */
sealed interface Shape permits Shape.Group, Shape.Unit {

    Shape inner();

    default int depth() {
        return inner() == null ? 0 : 1 + inner().depth();
    }

    static Shape nested(int depth) {
        if (depth == 0) {
            return Unit.ONLY;
        }
        return new Group(nested(depth - 1));
    }

    private int hidden() {
        return inner() == null ? 0 : inner().hidden();
    }

    default int seen() {
        return hidden();
    }

    /** A shape in a shape. */
    record Group(Shape inner) implements Shape {}

    /** The innermost shape. */
    enum Unit implements Shape {
        ONLY {
            @Override
            public Shape inner() {
                return null;
            }
        }
    }
}
