package dev.morestack.agent;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import jdk.internal.vm.VMSupport;

/**
 * What the agent says in a JVM that it was attached to, for {@link RunningJvm} to repeat where the
 * user is: the JVM's stderr may be a file far away.
 *
 * <p>Kept among the agent properties of the JVM, which the attach mechanism can read and the
 * program does not see. The JDK's own management agent tells its address there.
 */
final class Answer {

    static final String PROPERTY = "dev.morestack.answer";

    private final StringBuilder text = new StringBuilder();

    /** Begins an answer that differs from those of earlier attaches. */
    Answer(Instrumentation instrumentation) {
        openProperties(instrumentation);
        add(Long.toString(System.nanoTime()));
    }

    /** Gives the agent access to where its answers are kept. */
    static void openProperties(Instrumentation instrumentation) {
        Set<Module> own = Set.of(Answer.class.getModule());
        instrumentation.redefineModule(
                Object.class.getModule(),
                own,
                Map.of("jdk.internal.vm", own),
                Map.of(),
                Set.of(),
                Map.of());
    }

    /** Adds a line. */
    void add(String line) {
        text.append(line).append('\n');
        Properties properties = VMSupport.getAgentProperties();
        properties.setProperty(PROPERTY, text.toString());
    }
}
