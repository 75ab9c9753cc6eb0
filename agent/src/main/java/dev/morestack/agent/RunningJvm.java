package dev.morestack.agent;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.List;

/** Another JVM, into which the agent is loaded. Whatever stands against it is said in a line. */
final class RunningJvm {

    private static final int OLDEST = 21;

    private final String pid;

    RunningJvm(String pid) {
        this.pid = pid;
    }

    /** Returns whether the agent is at work there, now or already. */
    boolean load(String jar, String arguments) {
        try {
            if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                return fail("there is no process " + pid);
            }
            VirtualMachine jvm = VirtualMachine.attach(pid);
            try {
                return load(jvm, jar, arguments);
            } finally {
                jvm.detach();
            }
        } catch (NumberFormatException e) {
            return fail("there is no process " + pid);
        } catch (AttachNotSupportedException | IOException e) {
            return fail("cannot attach to process " + pid + ": " + firstLine(e));
        } catch (AgentLoadException | AgentInitializationException e) {
            return fail("process " + pid + " does not load the agent: " + firstLine(e));
        }
    }

    private boolean load(VirtualMachine jvm, String jar, String arguments)
            throws IOException, AgentLoadException, AgentInitializationException {
        String version = jvm.getSystemProperties().getProperty("java.specification.version");
        if (version.startsWith("1.") || Integer.parseInt(version) < OLDEST) {
            return fail(
                    "process "
                            + pid
                            + " is Java "
                            + version
                            + ", and stacks can grow from Java "
                            + OLDEST
                            + " on; nothing was changed");
        }
        String before = answer(jvm);
        jvm.loadAgent(jar, arguments);
        String after = answer(jvm);
        if (after.equals(before)) {
            Messages.say("process " + pid + " has the agent already; nothing was changed");
            return true;
        }
        return repeat(after);
    }

    private static String answer(VirtualMachine jvm) throws IOException {
        return jvm.getAgentProperties().getProperty(Answer.PROPERTY, "");
    }

    /** Prints what the agent has said there, behind the line that makes each answer another. */
    private boolean repeat(String answer) {
        List<String> lines = answer.lines().skip(1).toList();
        if (lines.isEmpty()) {
            return fail("enabled=false: process " + pid + " goes on without the agent");
        }
        boolean grows = false;
        for (String line : lines) {
            System.err.println(line);
            grows |= line.startsWith(Messages.BANNER);
        }
        return grows;
    }

    private static boolean fail(String reason) {
        Messages.say(reason);
        return false;
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null ? e.toString() : message.lines().findFirst().orElse(e.toString());
    }
}
