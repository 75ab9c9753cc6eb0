package dev.morestack.apps.growth;

import dev.morestack.StackDecision;
import dev.morestack.StackDemand;
import dev.morestack.StackPolicy;

/** A policy that throws, or answers nothing. */
public final class FailingPolicy implements StackPolicy {

    private int asked;

    @Override
    public StackDecision decide(StackDemand demand) {
        if (++asked % 2 == 0) {
            return null;
        }
        throw new IllegalStateException("no idea");
    }
}
