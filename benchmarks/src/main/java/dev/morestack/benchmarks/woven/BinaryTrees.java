package dev.morestack.benchmarks.woven;

import dev.morestack.benchmarks.Work;

/** Builds trees and counts their nodes. */
public final class BinaryTrees implements Work {

    private record Tree(Tree left, Tree right) {

        static Tree of(int depth) {
            return depth == 0 ? new Tree(null, null) : new Tree(of(depth - 1), of(depth - 1));
        }

        long count() {
            return left == null ? 1 : 1 + left.count() + right.count();
        }
    }

    @Override
    public long run(int size) {
        return Tree.of(size).count();
    }
}
