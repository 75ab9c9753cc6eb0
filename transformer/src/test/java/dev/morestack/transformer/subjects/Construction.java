package dev.morestack.transformer.subjects;

/** Constructors, whose check comes before the object exists for the verifier. */
class Construction {

    private final Construction inner;
    private final int depth;

    Construction(int depth) {
        this(depth, depth == 0 ? null : new Construction(depth - 1));
    }

    private Construction(int depth, Construction inner) {
        super();
        this.depth = depth;
        this.inner = inner;
    }

    static final class Derived extends Construction {

        private final Object outer;

        Derived(Object outer, boolean deep) {
            super(deep ? 10 : 1);
            this.outer = outer;
        }

        @Override
        public String toString() {
            return "derived in " + outer;
        }
    }

    @Override
    public String toString() {
        return inner == null ? "0" : depth + " " + inner;
    }
}
