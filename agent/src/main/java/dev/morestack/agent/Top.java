package dev.morestack.agent;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.morestack.agent.report.LiveTable;
import java.io.IOException;

/**
 * Shows what stacks do in a JVM that has the agent, again and again: what {@code morestack top}
 * starts. Arguments: the process id, the agent's jar, then {@code --every=SECONDS}, {@code
 * --times=N}, after which it ends, and {@code --screen} for a terminal, which is cleared each time.
 */
public final class Top {

    private static final String CLEAR = "\u001b[H\u001b[2J";

    private final String pid;
    private long every = 2;
    private long times = Long.MAX_VALUE;
    private boolean screen;

    private Top(String pid) {
        this.pid = pid;
    }

    public static void main(String[] args) throws InterruptedException {
        if (ModuleLayer.boot().findModule("jdk.attach").isEmpty()) {
            Messages.say(
                    System.getProperty("java.home")
                            + " has no module jdk.attach; set MORESTACK_JAVA_HOME to a JDK");
            System.exit(1);
        }
        Top top = new Top(args[0]);
        for (int i = 2; i < args.length; i++) {
            if (!top.take(args[i])) {
                Messages.say(
                        "top: '" + args[i] + "' is not --every=SECONDS or --times=N, from 1 on");
                System.exit(2);
            }
        }
        System.exit(top.show(args[1]) ? 0 : 1);
    }

    private boolean take(String option) {
        if (option.equals("--screen")) {
            screen = true;
            return true;
        }
        long number = Sizes.parse(option.substring(option.indexOf('=') + 1));
        if (number < 1) {
            return false;
        }
        if (option.startsWith("--every=")) {
            every = number;
            return true;
        }
        times = number;
        return option.startsWith("--times=");
    }

    /** Returns whether there was something to show. */
    private boolean show(String jar) throws InterruptedException {
        String shown = null;
        try {
            VirtualMachine jvm = VirtualMachine.attach(pid);
            jvm.loadAgent(jar, "watch=" + ProcessHandle.current().pid());
            LiveTable table = new LiveTable();
            for (long i = 0; i < times; i++) {
                if (i > 0) {
                    Thread.sleep(every * 1000);
                }
                String json = jvm.getAgentProperties().getProperty(Live.PROPERTY);
                if (json == null) {
                    Messages.say("process " + pid + " runs without the agent");
                    return false;
                }
                shown = table.next(json);
                System.out.println(screen ? CLEAR + shown : shown);
            }
            jvm.detach();
            return true;
        } catch (IOException e) {
            Messages.say(
                    shown == null
                            ? "cannot attach to process " + pid + ": " + e.getMessage()
                            : "process " + pid + " has ended");
            return shown != null;
        } catch (AttachNotSupportedException
                | AgentLoadException
                | AgentInitializationException e) {
            Messages.say("cannot attach to process " + pid + ": " + e.getMessage());
            return false;
        }
    }
}
