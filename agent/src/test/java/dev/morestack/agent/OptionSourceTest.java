package dev.morestack.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionSourceTest {

    private static final String NAME = "morestack.properties";

    @TempDir Path folder;

    private final Properties properties = new Properties();
    private final Map<String, String> environment = new HashMap<>();

    private OptionSource read(String arguments) throws OptionException {
        return OptionSource.read(arguments, properties, environment);
    }

    private String refusal(String arguments) {
        return assertThrows(OptionException.class, () -> read(arguments)).getMessage();
    }

    private String config(String text) throws IOException {
        return Files.writeString(folder.resolve(NAME), text).toString();
    }

    @ParameterizedTest
    @EnumSource(Option.class)
    void eachSourceWinsOverThoseBelow(Option option) throws Exception {
        boolean inFile = option != Option.CONFIG;
        String file = config(inFile ? option.key() + "=file" : "");
        String config = inFile ? "config=" + file : "";
        assertEquals(inFile ? "file" : null, read(config).value(option));
        environment.put(option.variable(), inFile ? "environment" : file);
        assertEquals(inFile ? "environment" : file, read(config).value(option));
        properties.setProperty(
                option.property(), inFile ? "property" : folder + "/../" + inFolder());
        assertEquals(properties.getProperty(option.property()), read(config).value(option));
        String argument = inFile ? "argument" : folder + "/./" + NAME;
        assertEquals(argument, read(config + "," + option.key() + "=" + argument).value(option));
    }

    private String inFolder() {
        return folder.getFileName() + "/" + NAME;
    }

    @Test
    void nothingIsWrittenNowhere() throws OptionException {
        for (String arguments : new String[] {null, "", ",", ",,"}) {
            OptionSource source = read(arguments);
            for (Option option : EnumSet.allOf(Option.class)) {
                assertNull(source.value(option));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=1g | 1g",
                "limit= | ''",
                "limit== | =",
                "limit=a=b | a=b",
                "'limit= 1g' | ' 1g'",
                "limit=1g, | 1g",
                ",limit=1g | 1g",
                "debug=true,,limit=1g | 1g",
                "limit=1g,limit=2g | 2g",
                "limit=C:\\a\\b | C:\\a\\b"
            })
    void argumentsAreKeysAndValuesBetweenCommas(String arguments, String limit)
            throws OptionException {
        assertEquals(limit, read(arguments).value(Option.LIMIT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limits=1g", "LIMIT=1g", " limit=1g", "=1", "colour", "limit:1g"})
    void anUnknownKeyIsRefusedWithThoseThereAre(String arguments) {
        String key = arguments.contains("=") ? arguments.split("=")[0] : arguments;
        assertEquals(
                "unknown option " + key + "; allowed are " + Option.keys(), refusal(arguments));
    }

    @Test
    void aKeyWithoutAValueIsRefused() {
        assertEquals(
                "option limit has no value; it takes " + Option.LIMIT.allowed(),
                refusal("debug=true,limit"));
    }

    @Test
    void anUnknownPropertyIsRefusedAndAnUnknownVariableIsNot() throws OptionException {
        environment.put("MORESTACK_HOME", "/opt/morestack");
        properties.setProperty("more.limit", "1g");
        properties.setProperty("morestack", "1g");
        assertNull(read("").value(Option.LIMIT));
        properties.setProperty("morestack.limits", "1g");
        assertEquals(
                "unknown property morestack.limits; allowed are " + Option.keys(), refusal(""));
    }

    @Test
    void aPropertyThatIsNoTextIsNoOption() throws OptionException {
        properties.put("morestack.limit", 17);
        properties.put(17, "morestack.limit");
        assertNull(read("").value(Option.LIMIT));
    }

    @Test
    void theConfigFileIsUtf8WithAnyEndOfLine() throws Exception {
        String file = config("# caf\u00e9\r\nlimit = 1m \r\nincludes=caf\u00e9.*\r\n\r\n");
        assertEquals("1m", read("config=" + file).value(Option.LIMIT));
        assertEquals("caf\u00e9.*", read("config=" + file).value(Option.INCLUDES));
        Files.write(Path.of(file), "\ufefflimit=2m\rdebug=true".getBytes(StandardCharsets.UTF_8));
        assertEquals("2m", read("config=" + file).value(Option.LIMIT));
        assertEquals("true", read("config=" + file).value(Option.DEBUG));
    }

    @Test
    void theLastOfTwoLinesInTheConfigFileCounts() throws Exception {
        assertEquals("2m", read("config=" + config("limit=1m\nlimit=2m")).value(Option.LIMIT));
    }

    @Test
    void anUnknownKeyInTheConfigFileIsRefusedWithTheFile() throws Exception {
        String file = config("limits=1g");
        assertEquals(
                file + ": unknown option limits; allowed are " + Option.keys(),
                refusal("config=" + file));
    }

    @Test
    void aConfigFileCannotNameAnother() throws Exception {
        String file = config("config=other.properties");
        assertEquals(
                file + ": option config cannot stand in the config file itself",
                refusal("config=" + file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.properties", "", "missing/missing.properties", "a\nb", "\0"})
    void aConfigFileThatCannotBeReadIsRefusedOnOneLine(String name) {
        String refusal = refusal("config=" + (name.isEmpty() ? "" : folder.resolve("x") + name));
        assertTrue(refusal.startsWith("option config: '"), refusal);
        assertTrue(refusal.endsWith("it takes " + Option.CONFIG.allowed()), refusal);
        assertEquals(1, refusal.lines().count(), refusal);
    }

    @Test
    void aFolderIsNoConfigFileAndNeitherIsAMalformedOne() throws Exception {
        assertTrue(refusal("config=" + folder).contains(folder.toString()));
        assertTrue(refusal("config=" + config("limit=\\u12")).contains("cannot be read"));
    }
}
