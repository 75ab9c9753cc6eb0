package dev.morestack.suites;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs one suite in several modes, first of all without the agent, and judges differences. */
final class Trial {

    /** How often a class is run again to tell a flaky test from a broken one. */
    private static final int ROUNDS = Integer.getInteger("suites.rounds", 3);

    /** More classes than this with differences are no flakiness, and would run for hours. */
    private static final int MOST_CLASSES = 20;

    private final Suite suite;
    private final TestJar jar;
    private final SuiteProcess process;
    private final Path folder;
    private final Explanations explanations;
    private final List<Mode> modes;

    Trial(Suite suite, List<Mode> modes, Machine machine, Explanations explanations) {
        this.suite = suite;
        this.jar = TestJar.of(suite.artifact(), machine.classPath());
        this.process = new SuiteProcess(suite, machine);
        this.folder = machine.folder().resolve(suite.artifact());
        this.explanations = explanations;
        this.modes = modes;
    }

    SuiteResult run() throws IOException, InterruptedException {
        List<SuiteRun> runs = new ArrayList<>();
        List<Judged> judged = new ArrayList<>();
        for (Mode mode : modes) {
            SuiteRun run = process.run(mode, place(mode.label()), List.of());
            runs.add(run);
            judged.addAll(judge(Comparison.worse(mode, runs.get(0).outcomes(), run.outcomes())));
        }
        return new SuiteResult(suite, jar.version(), runs, judged);
    }

    private List<Judged> judge(List<Difference> differences)
            throws IOException, InterruptedException {
        List<Judged> judged = new ArrayList<>();
        List<Difference> unknown = new ArrayList<>();
        for (Difference difference : differences) {
            String reason = explanations.reason(suite, difference);
            if (reason.isEmpty()) {
                unknown.add(difference);
            } else {
                judged.add(new Judged(difference, Judgement.EXPLAINED, reason));
            }
        }
        if (!unknown.isEmpty()) {
            judged.addAll(judgeByRunningAgain(unknown));
        }
        return judged;
    }

    /** Runs the classes of tests that all ran in the same mode. */
    private List<Judged> judgeByRunningAgain(List<Difference> differences)
            throws IOException, InterruptedException {
        Mode mode = differences.get(0).mode();
        List<String> classes =
                differences.stream()
                        .map(difference -> TestId.className(difference.id()))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .limit(MOST_CLASSES)
                        .toList();
        List<SuiteRun> without = new ArrayList<>();
        List<SuiteRun> with = new ArrayList<>();
        for (int round = 1; round <= ROUNDS && !classes.isEmpty(); round++) {
            String name = mode.label() + "-again-" + round;
            without.add(process.run(Mode.WITHOUT, place(name + "-without"), classes));
            with.add(process.run(mode, place(name), classes));
        }
        List<Judged> judged = new ArrayList<>();
        for (Difference difference : differences) {
            List<Verdict> before = verdicts(without, difference);
            List<Verdict> after = verdicts(with, difference);
            judged.add(
                    new Judged(
                            difference,
                            Judgement.of(difference, before, after),
                            "again " + after + ", without " + before));
        }
        return judged;
    }

    private static List<Verdict> verdicts(List<SuiteRun> runs, Difference difference) {
        return runs.stream().map(run -> run.verdict(difference.id())).toList();
    }

    private Workspace place(String name) throws IOException {
        return Workspace.create(folder.resolve(name), jar);
    }
}
