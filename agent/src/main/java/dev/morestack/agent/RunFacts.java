package dev.morestack.agent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a report says of the run that it is of. */
final class RunFacts {

    private RunFacts() {}

    /** Returns JSON values. The program's arguments are not among them: they may be secret. */
    static Map<String, Object> of(Options options) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("morestack", Installer.version());
        facts.put("program", program());
        facts.put("pid", ProcessHandle.current().pid());
        facts.put(
                "jvm",
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("installed", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        Map<String, Object> chosen = new LinkedHashMap<>();
        chosen.put("profile", profile(options.profile()));
        chosen.put("window", options.window());
        chosen.put("quantum", options.quantum());
        chosen.put("limit", options.limit());
        chosen.put("budget", options.budget());
        chosen.put("wait", options.patience());
        chosen.put("stress", options.stress());
        facts.put("options", chosen);
        return facts;
    }

    private static String program() {
        String command = System.getProperty("sun.java.command", "");
        int space = command.indexOf(' ');
        return space < 0 ? command : command.substring(0, space);
    }

    private static String profile(int every) {
        if (every == Options.UNCOUNTED) {
            return "off";
        }
        if (every == Options.COUNTERS) {
            return "false";
        }
        return every == Options.ADAPTIVE ? "true" : "sample:" + every;
    }
}
