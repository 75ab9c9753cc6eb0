package dev.morestack.suites;

import java.nio.file.Path;
import java.util.List;

/** A way to run a suite, by what the agent does meanwhile. */
enum Mode {
    WITHOUT("without"),
    WITH("with"),
    STRESS("stress");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    /** Returns its name in tables, folders and the file of explanations. */
    String label() {
        return label;
    }

    /**
     * Returns the JVM flags that load the agent, if any.
     *
     * @param jar the agent
     * @param report the file that the agent writes its counts to
     */
    List<String> flags(Path jar, Path report, Suite suite) {
        if (this == WITHOUT) {
            return List.of();
        }
        StringBuilder flag = new StringBuilder("-javaagent:" + jar + "=report=" + report);
        suite.options().forEach(option -> flag.append(',').append(option));
        if (this == STRESS) {
            flag.append(",stress=").append(suite.stress());
        }
        return List.of(flag.toString());
    }
}
