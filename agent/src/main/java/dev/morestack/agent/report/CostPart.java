package dev.morestack.agent.report;

/** The parts of what spills cost. */
enum CostPart {
    FREEZING("freezing", "freezing"),
    ALLOCATING("allocating", "allocating segments"),
    RESUMING("resuming", "resuming, first frame thawed"),
    THAWING("thawing", "thawing on the way back (estimated)"),
    VIRTUAL("virtualThreads", "virtual threads (estimated)"),
    COLLECTING("collecting", "collecting segments (estimated)");

    private final String key;
    private final String label;

    CostPart(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Returns the name in JSON. */
    String key() {
        return key;
    }

    String label() {
        return label;
    }
}
