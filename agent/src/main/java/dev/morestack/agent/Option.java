package dev.morestack.agent;

import java.util.Locale;

/** The options of the agent. */
enum Option {
    CONFIG("config", "a properties file with options"),
    ENABLED("enabled", "true or false"),
    INCLUDES("includes", "class name patterns with * and ?, separated by colons"),
    EXCLUDES("excludes", "class name patterns with * and ?, separated by colons"),
    JDK("jdk", "default, none or class name patterns, separated by colons"),
    ENTRY("entry", "pkg.Class::method with * and ?, separated by colons"),
    BIGSTACK("bigstack", "pkg.Class::method(size) with * and ?, separated by colons"),
    CARRIERS("carriers", "a number from 1 to 100000"),
    CARRIERBYTES("carrierbytes", "a size from 1m on, such as 64g"),
    CARRIERFULL("carrierfull", "wait or fail"),
    POLICY(
            "policy",
            "segments, adaptive, carrier, fixed or the name of a class that implements"
                    + " dev.morestack.StackPolicy"),
    WINDOW("window", "a size from 8k to 1g, such as 200k or 1m"),
    INITIAL("initial", "a size from 256k to 1g, such as 8m"),
    QUANTUM("quantum", "a size from 4k to 1m, such as 5000 or 16k"),
    LIMIT("limit", "a size from 64k on or a share of the heap, such as 512m or 25%"),
    BUDGET("budget", "a size from 64k on or a share of the heap, such as 2g or 50%"),
    WAIT("wait", "milliseconds from 0 to 3600000"),
    REHEARSE("rehearse", "a size from 8k to 240k, such as 64k"),
    REPORT("report", "stderr or the path of a file that can be written"),
    PROFILE("profile", "false, true, off or sample:N, N from 1 to 1000000"),
    JMX("jmx", "true or false"),
    DEBUG("debug", "true or false"),
    DUMPDIR("dumpdir", "the path of a folder that can be written"),
    STRESS("stress", "false, true or every how many checks to spill, 1 to 1000000");

    private final String key;
    private final String allowed;

    Option(String key, String allowed) {
        this.key = key;
        this.allowed = allowed;
    }

    String key() {
        return key;
    }

    /** Returns what the option takes, in words. */
    String allowed() {
        return allowed;
    }

    String property() {
        return "morestack." + key;
    }

    String variable() {
        return "MORESTACK_" + key.toUpperCase(Locale.ROOT);
    }

    /** Returns the option with this key, null when there is none. */
    static Option of(String key) {
        for (Option option : values()) {
            if (option.key.equals(key)) {
                return option;
            }
        }
        return null;
    }

    /** Returns all keys, for messages. */
    static String keys() {
        StringBuilder keys = new StringBuilder();
        for (Option option : values()) {
            keys.append(keys.isEmpty() ? "" : ", ").append(option.key);
        }
        return keys.toString();
    }

    OptionException refuse(String value) {
        return new OptionException(
                "option " + key + ": '" + value + "' is not allowed; it takes " + allowed);
    }

    /** The same, with a reason that depends on where the program runs. */
    OptionException refuse(String value, String why) {
        return new OptionException(refuse(value).getMessage() + ", " + why);
    }
}
