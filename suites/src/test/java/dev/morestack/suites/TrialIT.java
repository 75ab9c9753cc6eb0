package dev.morestack.suites;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suite that minds the agent is found out, with JVMs, the launcher and the agent as always. */
final class TrialIT {

    private static final List<Mode> ALL = List.of(Mode.values());
    private static final String SUBJECTS = "dev/morestack/suites/subjects/";

    @TempDir Path folder;

    private Machine machine;

    @BeforeEach
    void publish() throws IOException {
        Path jar = folder.resolve("made-up-0.9-tests.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("Minding", "Halting", "Hanging")) {
                String entry = SUBJECTS + name + ".class";
                zip.putNextEntry(new ZipEntry(entry));
                try (InputStream in = TrialIT.class.getResourceAsStream("/" + entry)) {
                    in.transferTo(zip);
                }
            }
        }
        List<String> classPath = new ArrayList<>(TestJar.classPath());
        classPath.add(jar.toString());
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path agent = Path.of(System.getProperty("morestack.jar"));
        machine = new Machine(java, agent, classPath, folder.resolve("runs"));
    }

    @Test
    void eachDifferenceIsFoundAndJudged() throws Exception {
        SuiteResult result =
                trial("Minding", ALL, "made-up | stress | .*ForAKnownReason.* | it is known");
        Map<String, Judgement> judged = new TreeMap<>();
        for (Judged one : result.judged()) {
            String method = one.difference().id().replaceFirst(".*method:(\\w+).*", "$1");
            judged.put(one.difference().mode().label() + " " + method, one.judgement());
        }
        Assertions.assertEquals(
                Map.of(
                        "with failsWithTheAgent", Judgement.BROKEN,
                        "stress failsWithTheAgent", Judgement.BROKEN,
                        "stress failsUnderStress", Judgement.BROKEN,
                        "stress failsUnderStressForAKnownReason", Judgement.EXPLAINED,
                        "stress failsUnderStressAndThenWithoutTheAgent", Judgement.FLAKY,
                        "stress failsUnderStressOnlyOnce", Judgement.ONCE),
                judged,
                result::describe);
        Assertions.assertFalse(result.good());
        Assertions.assertEquals("0.9", result.version());
        for (SuiteRun run : result.runs()) {
            Assertions.assertTrue(run.complete(), run::describe);
            Assertions.assertEquals(7, run.outcomes().size(), run::describe);
        }
    }

    @Test
    void aJvmThatHaltsIsNoSuccess() throws Exception {
        SuiteResult result = trial("Halting", List.of(Mode.WITHOUT), "");
        Assertions.assertFalse(result.good(), result::describe);
    }

    @Test
    void aJvmThatHangsIsKilled() throws Exception {
        SuiteResult result = trial("Hanging", List.of(Mode.WITH), "");
        Assertions.assertFalse(result.good());
        Assertions.assertTrue(result.describe().contains("did not end"), result::describe);
    }

    private SuiteResult trial(String subject, List<Mode> modes, String explanations)
            throws Exception {
        Suite suite = Suite.of("made-up").only(".*\\." + subject).limit(Duration.ofSeconds(30));
        return new Trial(suite, modes, machine, Explanations.parse(explanations)).run();
    }
}
