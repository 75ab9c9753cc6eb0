package dev.morestack.apps.system;

import dev.morestack.apps.Result;
import java.lang.management.ManagementFactory;
import javax.management.ObjectName;

/** Prints whether the JVM has a compiler directive for the agent's classes. */
public final class Directives {

    private Directives() {}

    public static void main(String[] args) throws Exception {
        Object directives =
                ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                "compilerDirectivesPrint",
                                null,
                                null);
        Result.print("directive", directives.toString().contains("dev/morestack/agent"));
    }
}
