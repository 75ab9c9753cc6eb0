package dev.morestack.suites;

import java.time.Duration;
import java.util.List;

/** The published suites that are run. Their versions stand in the module's pom. */
final class Catalogue {

    static final List<Suite> ALL =
            List.of(
                    // Compiles tens of thousands of long patterns: at 200 half an hour and more.
                    Suite.of("commons-lang3").stress(2_000).limit(Duration.ofMinutes(30)),
                    // What only its subclasses' constructors can be given cannot run by itself.
                    Suite.of("commons-collections4").without(".*\\.Abstract[^.]*"),
                    // Computes in loops that call small methods: at 20 ten minutes and more.
                    Suite.of("commons-math3").stress(500).limit(Duration.ofMinutes(30)),
                    Suite.of("commons-text"),
                    Suite.of("commons-codec"),
                    Suite.of("commons-io"),
                    Suite.of("commons-jexl3"),
                    // Fills the heap with small objects for minutes, whatever its size.
                    Suite.of("commons-pool2").without(".*TestSoftRefOutOfMemory"),
                    // The same.
                    Suite.of("commons-beanutils")
                            .only(".*TestCase")
                            .without(".*MemoryLeakTestCase"),
                    // Overflows a stack to learn how deep it is, builds chains of promises twice as
                    // long, and wants them done in two seconds.
                    Suite.of("netty-common").option("limit=16m"),
                    Suite.of("log4j-api"));

    /** What a build has time for: reflection, threads and locks, endless recursion on purpose. */
    static final List<Suite> QUICK =
            List.of(
                    Suite.of("commons-lang3").only(".*\\.(reflect|builder|tuple)\\..*Test"),
                    Suite.of("commons-jexl3").only(".*\\.Issues.*Test"));

    private Catalogue() {}

    /** Returns the suite of an artifact. */
    static Suite named(String artifact) {
        for (Suite suite : ALL) {
            if (suite.artifact().equals(artifact)) {
                return suite;
            }
        }
        throw new IllegalArgumentException("no suite of " + artifact);
    }
}
