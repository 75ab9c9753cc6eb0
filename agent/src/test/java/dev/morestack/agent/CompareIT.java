package dev.morestack.agent;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code morestack report OLD.json NEW.json} shows what changed. */
@Execution(ExecutionMode.CONCURRENT)
final class CompareIT {

    @TempDir Path folder;

    @Test
    void whatChangedBetweenTwoRunsIsShown() {
        Path old = report("old.json", 20_000);
        Path now = report("new.json", 200_000);
        String text = compare(old, now).succeeded().stdout();
        Assertions.assertTrue(text.matches("(?s).*\nspills .*\\+\\d+\\.\\d %\n.*"), text);
        Assertions.assertTrue(text.matches("(?s).*\nDeepDocument\\.\\w+ .*"), text);
        String same = compare(old, old).succeeded().stdout();
        Assertions.assertFalse(same.contains("%"), same);
    }

    @Test
    void whatIsNoReportIsNamed() throws Exception {
        Path other = Files.writeString(folder.resolve("other.json"), "{\"schema\": 99}");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{");
        for (Path file : new Path[] {other, broken, folder.resolve("missing.json")}) {
            Outcome outcome = compare(file, file).exited(1);
            Assertions.assertTrue(
                    outcome.stderr().startsWith("morestack: " + file + " cannot be read: "),
                    outcome::stderr);
            Assertions.assertEquals(1, outcome.stderr().lines().count(), outcome::stderr);
        }
    }

    private Path report(String name, int depth) {
        Path file = folder.resolve(name);
        AppProcess.of("profiled.DeepDocument")
                .options("profile=sample:1", "policy=segments", "report=" + file)
                .arguments(depth, 1)
                .run()
                .succeeded();
        return file;
    }

    private static Outcome compare(Path old, Path now) {
        String jar = AppProcess.required("morestack.jar");
        return AppProcess.ofWords(
                        "dev.morestack.agent.report.Compare", old.toString(), now.toString())
                .classPath(jar)
                .withoutAgent()
                .run();
    }
}
