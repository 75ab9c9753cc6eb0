package dev.morestack.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where something was measured.
 *
 * @param processor its maker's name for it
 * @param processors how many there are
 * @param memory bytes
 * @param system name and version of the operating system
 * @param jvm name and version of the JVM
 */
public record Machine(String processor, int processors, long memory, String system, String jvm) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    public static Machine here() throws IOException {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                processorName(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize(),
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"));
    }

    private static String processorName() throws IOException {
        if (Files.exists(PROCESSORS)) {
            try (Stream<String> lines = Files.lines(PROCESSORS)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
            }
        }
        return System.getProperty("os.arch");
    }

    /** Returns a name for files. */
    String fileName() {
        String name = processor.toLowerCase(Locale.ROOT).replaceAll("\\([a-z]+\\)", "");
        return name.replaceAll("[^a-z0-9]+", "-") + "-" + processors + "cpu";
    }

    /** Returns the name of a page of that day, which ends with what is on it. */
    public String pageName(LocalDate date, String ending) {
        return date + "-" + fileName() + ending;
    }

    /** Returns everything in a line. */
    public String describe() {
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %d GB, %s, %s",
                processor,
                processors,
                Math.round(memory / 1e9),
                system,
                jvm);
    }
}
