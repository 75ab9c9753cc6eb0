package dev.morestack.agent;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/**
 * Collects option values from where users may write them: agent arguments over system properties
 * over environment variables over the config file.
 */
final class OptionSource {

    private final Map<Option, String> values = new EnumMap<>(Option.class);

    private OptionSource() {}

    /**
     * Reads all sources.
     *
     * @param arguments {@code key=value,key=value}, or null
     * @throws OptionException when an option is unknown, malformed or the config file unreadable
     */
    static OptionSource read(
            String arguments, Properties properties, Map<String, String> environment)
            throws OptionException {
        OptionSource given = new OptionSource();
        given.readEnvironment(environment);
        given.readProperties(properties);
        given.readArguments(arguments);
        String file = given.values.get(Option.CONFIG);
        if (file == null) {
            return given;
        }
        OptionSource all = new OptionSource();
        all.readFile(file);
        all.values.putAll(given.values);
        return all;
    }

    /** Returns the value as written, null when it is written nowhere. */
    String value(Option option) {
        return values.get(option);
    }

    private void readArguments(String arguments) throws OptionException {
        if (arguments == null || arguments.isEmpty()) {
            return;
        }
        for (String argument : arguments.split(",")) {
            if (argument.isEmpty()) {
                continue;
            }
            int equals = argument.indexOf('=');
            String key = equals < 0 ? argument : argument.substring(0, equals);
            Option option = known(key, "unknown option ");
            if (equals < 0) {
                throw new OptionException(
                        "option " + key + " has no value; it takes " + option.allowed());
            }
            values.put(option, argument.substring(equals + 1));
        }
    }

    private void readProperties(Properties properties) throws OptionException {
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith("morestack.")) {
                String key = name.substring("morestack.".length());
                values.put(known(key, "unknown property morestack."), properties.getProperty(name));
            }
        }
    }

    /** Unknown variables are left alone: the prefix may be somebody else's in an environment. */
    private void readEnvironment(Map<String, String> environment) {
        for (Option option : Option.values()) {
            String value = environment.get(option.variable());
            if (value != null) {
                values.put(option, value);
            }
        }
    }

    private void readFile(String path) throws OptionException {
        Properties properties = new Properties();
        try (InputStream in = new FileInputStream(path)) {
            // By itself it would read ISO 8859-1. Some editors begin UTF-8 with a mark.
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            properties.load(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (IOException | IllegalArgumentException e) {
            throw new OptionException(
                    "option config: '"
                            + path
                            + "' cannot be read ("
                            + e.getMessage()
                            + "); it takes "
                            + Option.CONFIG.allowed());
        }
        for (String name : properties.stringPropertyNames()) {
            Option option = known(name, path + ": unknown option ");
            if (option == Option.CONFIG) {
                throw new OptionException(
                        path + ": option config cannot stand in the config file itself");
            }
            values.put(option, properties.getProperty(name).trim());
        }
    }

    private static Option known(String key, String unknown) throws OptionException {
        Option option = Option.of(key);
        if (option == null) {
            throw new OptionException(unknown + key + "; allowed are " + Option.keys());
        }
        return option;
    }
}
