package dev.morestack.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.morestack.transformer.MethodSelection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OptionsTest {

    private static final long GIB = 1L << 30;

    @TempDir Path folder;

    private static Options of(String arguments) throws OptionException {
        return Options.of(OptionSource.read(arguments, new Properties(), Map.of()));
    }

    private static String refusal(String arguments) {
        return assertThrows(OptionException.class, () -> of(arguments)).getMessage();
    }

    @Test
    void theDefaults() throws OptionException {
        Options options = of("");
        assertTrue(options.enabled());
        assertTrue(options.selection().contains(null, null, "java.util.HashMap"));
        assertFalse(options.selection().contains(null, null, "java.net.URL"));
        assertTrue(
                options.selection()
                        .contains(
                                ClassLoader.getSystemClassLoader().getParent(),
                                null,
                                "java.text.Format"));
        assertSame(MethodSelection.NONE, options.entries());
        assertEquals(0, options.window());
        assertEquals(5000, options.quantum());
        assertEquals(Math.min(GIB, Runtime.getRuntime().maxMemory() / 4), options.limit());
        assertEquals(Runtime.getRuntime().maxMemory() / 2, options.budget());
        assertEquals(0, options.patience());
        assertEquals(0, options.stress());
        assertNull(options.report());
        assertEquals(Options.COUNTERS, options.profile());
        assertFalse(options.jmx());
        assertFalse(options.debug());
        assertNull(options.dumpFolder());
    }

    @Test
    void aReportThatShowsNothingWithoutAProfileGetsOne() throws OptionException {
        String file = folder.resolve("report").toString();
        assertEquals(Options.ADAPTIVE, of("report=" + file + ".html").profile());
        assertEquals(Options.ADAPTIVE, of("report=" + file + ".collapsed").profile());
        assertEquals(Options.COUNTERS, of("report=" + file + ".json").profile());
        assertEquals(7, of("profile=sample:7,report=" + file + ".html").profile());
        assertEquals(Options.COUNTERS, of("profile=false,report=" + file + ".html").profile());
        assertEquals(Options.UNCOUNTED, of("profile=off").profile());
    }

    @Test
    void whatIsSwitchedOffLooksAtNothingElse() throws OptionException {
        assertFalse(of("enabled=false,limit=much,report=/").enabled());
    }

    @ParameterizedTest
    @CsvSource({
        "window=8k, window=1g, window=8191, window=1073741825",
        "quantum=4k, quantum=1m, quantum=4095, quantum=1048577",
        "limit=64k, limit=100%, limit=65535, limit=999999999g",
        "budget=1%, budget=100%, budget=0%, budget=101%",
        "wait=0, wait=3600000, wait=-1, wait=3600001",
        "stress=1, stress=1000000, stress=0, stress=1000001"
    })
    void sizesHaveALeastAndAMost(String least, String most, String tooLittle, String tooMuch)
            throws OptionException {
        assertNotNull(of(least));
        assertNotNull(of(most));
        assertTrue(refusal(tooLittle).startsWith("option "));
        assertTrue(refusal(tooMuch).startsWith("option "));
    }

    @Test
    void sizesAreThoseWritten() throws OptionException {
        Options options = of("window=200k,quantum=16k,limit=30m,budget=40m,wait=50,stress=7");
        assertEquals(200 << 10, options.window());
        assertEquals(16 << 10, options.quantum());
        assertEquals(30 << 20, options.limit());
        assertEquals(40 << 20, options.budget());
        assertEquals(50, options.patience());
        assertEquals(7, options.stress());
        assertEquals(50, of("stress=true").stress());
        assertEquals(0, of("stress=false").stress());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "enabled | maybe",
                "enabled | TRUE",
                "enabled | ''",
                "includes | a b",
                "excludes | a+",
                "jdk | java.[u]",
                "entry | a.B",
                "window | wide",
                "window | 2g",
                "window | 0",
                "quantum | 8kk",
                "quantum | 99999999999g",
                "limit | -1",
                "limit | ''",
                "limit | 1.5g",
                "report | ''",
                "debug | 1",
                "dumpdir | ''",
                "stress | often",
                "stress | -3"
            })
    void whatMakesNoSenseIsRefusedWithWhatIsAllowed(String key, String value) {
        assertEquals(
                "option "
                        + key
                        + ": '"
                        + value
                        + "' is not allowed; it takes "
                        + Option.of(key).allowed(),
                refusal(key + "=" + value));
    }

    @Test
    void theReportIsOpenedAtOnceUnderTheProcessId() throws Exception {
        assertEquals("stderr", of("report=stderr").report());
        String path = of("report=" + folder.resolve("a-%p-%p.txt")).report();
        long pid = ProcessHandle.current().pid();
        assertEquals(folder.resolve("a-" + pid + "-" + pid + ".txt").toString(), path);
        assertTrue(Files.exists(Path.of(path)));
        assertTrue(refusal("report=" + folder).contains(folder.toString()));
        assertTrue(refusal("report=" + folder.resolve("no/file")).contains("no/file"));
    }

    @Test
    void theDumpFolderIsMadeAndMustBeAFolder() throws Exception {
        Path made = folder.resolve("new/folder");
        assertEquals(made.toFile(), of("dumpdir=" + made).dumpFolder());
        assertTrue(Files.isDirectory(made));
        Path file = Files.writeString(folder.resolve("file"), "");
        assertTrue(refusal("dumpdir=" + file).contains(file.toString()));
        assertTrue(refusal("dumpdir=" + file.resolve("below")).contains("below"));
    }

    @Test
    void aRefusalIsOneLineWhateverTheValue() {
        String refusal = refusal("limit=1\r\n2\t3");
        assertEquals(1, refusal.lines().count());
        assertTrue(refusal.contains("'1  2 3'"), refusal);
    }

    @ParameterizedTest
    @EnumSource(Option.class)
    void everyOptionIsFoundByItsKeyAndListed(Option option) {
        assertSame(option, Option.of(option.key()));
        assertNull(Option.of(option.key().toUpperCase(Locale.ROOT)));
        assertNull(Option.of(option.key() + " "));
        assertTrue((", " + Option.keys() + ",").contains(", " + option.key() + ","));
        assertEquals("morestack." + option.key(), option.property());
        assertEquals("MORESTACK_" + option.name(), option.variable());
        assertEquals(
                "option " + option.key() + ": 'x' is not allowed; it takes " + option.allowed(),
                option.refuse("x").getMessage());
    }
}
