package dev.morestack.suites;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A published test jar and how it is run.
 *
 * @param artifact the artifact whose jar with the classifier {@code tests} holds the tests
 * @param stress how many checks there are to one that spills, under stress
 * @param limit the time that one JVM may take
 * @param filters arguments of the console launcher that leave tests out or choose them
 * @param options agent options of this suite alone
 */
record Suite(
        String artifact, int stress, Duration limit, List<String> filters, List<String> options) {

    private static final int STRESS = 20;
    private static final Duration LIMIT = Duration.ofMinutes(15);

    static Suite of(String artifact) {
        return new Suite(artifact, STRESS, LIMIT, List.of(), List.of());
    }

    Suite stress(int every) {
        return new Suite(artifact, every, limit, filters, options);
    }

    Suite limit(Duration longest) {
        return new Suite(artifact, stress, longest, filters, options);
    }

    /** Leaves out the classes whose full name this regular expression matches. */
    Suite without(String classes) {
        return new Suite(
                artifact,
                stress,
                limit,
                joined(filters, "--exclude-classname=" + classes),
                options);
    }

    /** Runs the classes alone whose full name this regular expression matches. */
    Suite only(String classes) {
        return new Suite(
                artifact,
                stress,
                limit,
                joined(filters, "--include-classname=" + classes),
                options);
    }

    /** Sets an option of the agent, {@code key=value}. */
    Suite option(String keyValue) {
        return new Suite(artifact, stress, limit, filters, joined(options, keyValue));
    }

    private static List<String> joined(List<String> first, String last) {
        List<String> all = new ArrayList<>(first);
        all.add(last);
        return List.copyOf(all);
    }
}
