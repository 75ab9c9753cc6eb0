package dev.morestack.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page is drawn by a real browser, where there is one. Screenshots stay under target. */
final class HtmlReportIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots").toAbsolutePath();

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    @TempDir Path folder;

    @Test
    void aBrowserDrawsThePage() throws Exception {
        Path page = report("jdk.CompiledSum", 6_000);
        String html = Files.readString(page);
        assertFalse(html.matches("(?s).*(src|href)\\s*=.*"), "the page needs another file");
        assertFalse(html.contains("/*snapshot*/null"), "no snapshot in the page");
        String drawn = chromium(List.of("--dump-dom"), page.toUri().toString());
        assertTrue(drawn.contains("data-drawn=\"true\""), drawn);
        for (String title :
                List.of("Depth over time", "Where stacks switch", "Sites", "Where the time goes")) {
            assertTrue(drawn.contains(title), title);
        }
        assertTrue(drawn.contains("stack switches"), drawn);
        screenshot(page, "javac-light.png", "1180,2600", "#light");
        screenshot(page, "javac-dark.png", "1180,2600", "#dark");
    }

    @Test
    void thePageFitsAPhone() throws Exception {
        Path page = report("virtual.ParkedDeep", 1_000, 10_000, 1_000, 0);
        Path frame = folder.resolve("phone.html");
        Files.writeString(
                frame,
                """
                <body style="margin:0"><iframe id="phone" src="report.html#light"
                  style="width:390px;height:2800px;border:0"></iframe>
                <script>document.getElementById("phone").onload = event => {
                  const root = event.target.contentDocument.documentElement;
                  document.body.dataset.tooWide = root.scrollWidth - root.clientWidth;
                }</script></body>
                """);
        assertEquals(page.getParent(), frame.getParent());
        String drawn =
                chromium(
                        List.of("--allow-file-access-from-files", "--dump-dom"),
                        frame.toUri().toString());
        assertTrue(drawn.contains("data-too-wide=\"0\""), drawn);
        screenshot(frame, "threads-phone.png", "390,2800", "");
    }

    @Test
    void aNameOfTheProgramCannotEndTheScript() throws Exception {
        Path page = report("profiled.DeepDocument", 50_000, 1);
        String html = Files.readString(page);
        assertEquals(2, html.split("</script>", -1).length);
        String drawn = chromium(List.of("--dump-dom"), page.toUri().toString());
        assertTrue(drawn.contains("DeepDocument.array"), drawn);
    }

    private Path report(String app, Object... arguments) {
        Path file = folder.resolve("report.html");
        AppProcess.of(app).options("report=" + file).arguments(arguments).run().succeeded();
        return file;
    }

    private void screenshot(Path page, String name, String size, String hash) throws Exception {
        Files.createDirectories(SCREENSHOTS);
        Path file = SCREENSHOTS.resolve(name);
        Files.deleteIfExists(file);
        chromium(
                List.of("--hide-scrollbars", "--window-size=" + size, "--screenshot=" + file),
                page.toUri() + hash);
        assertTrue(Files.size(file) > 10_000, name);
    }

    /** Returns what the browser prints. */
    private String chromium(List<String> options, String page) throws Exception {
        Path browser = find();
        Assumptions.assumeTrue(
                browser != null,
                "no Chromium or Chrome found, so no page was drawn (Debian: apt-get install"
                        + " chromium)");
        List<String> command = new ArrayList<>();
        command.add(browser.toString());
        command.addAll(List.of("--headless", "--no-sandbox", "--disable-gpu"));
        command.add("--user-data-dir=" + folder.resolve("browser"));
        command.add("--virtual-time-budget=5000");
        command.addAll(options);
        command.add(page);
        Path out = folder.resolve("out.txt");
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertEquals(0, process.waitFor(), String.join(" ", command));
        return Files.readString(out);
    }

    /** Looks where package managers and test tools put one. */
    private static Path find() throws IOException {
        List<Path> candidates = new ArrayList<>();
        for (String folder : System.getenv("PATH").split(":")) {
            for (String name : NAMES) {
                candidates.add(Path.of(folder, name));
            }
        }
        candidates.add(Path.of("/usr/lib/chromium/chromium"));
        candidates.add(Path.of("/opt/google/chrome/chrome"));
        candidates.add(Path.of("/snap/bin/chromium"));
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "ms-playwright");
        if (Files.isDirectory(cache)) {
            try (Stream<Path> files = Files.find(cache, 3, HtmlReportIT::isChrome)) {
                candidates.addAll(files.toList());
            }
        }
        for (Path candidate : candidates) {
            if (Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private static boolean isChrome(Path file, BasicFileAttributes attributes) {
        return attributes.isRegularFile() && file.endsWith("chrome");
    }
}
