package dev.morestack.apps.recursion;

/** A list that builds itself in its constructor. */
final class Chain {

    final long folded;
    final Chain rest;

    Chain(int n) {
        rest = n == 0 ? null : new Chain(n - 1);
        folded = rest == null ? Fold.SEED : Fold.step(rest.folded, n);
    }
}
