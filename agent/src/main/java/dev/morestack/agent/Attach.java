package dev.morestack.agent;

import java.io.File;
import java.util.List;

/**
 * Loads the agent into a JVM that is running: what {@code morestack attach} starts, a program of
 * its own. Arguments: the process id, the agent's jar, then options, {@code --key=value} each.
 */
public final class Attach {

    /** Options whose values are paths, which mean the folder of whoever attaches. */
    private static final List<Option> PATHS = List.of(Option.CONFIG, Option.REPORT, Option.DUMPDIR);

    private Attach() {}

    public static void main(String[] args) {
        System.exit(attach(args[0], args[1], List.of(args).subList(2, args.length)) ? 0 : 1);
    }

    /** Returns whether the agent is at work there. */
    private static boolean attach(String pid, String jar, List<String> options) {
        // Asked before the class is linked that needs it.
        if (ModuleLayer.boot().findModule("jdk.attach").isEmpty()) {
            Messages.say(
                    System.getProperty("java.home")
                            + " has no module jdk.attach; set MORESTACK_JAVA_HOME to a JDK");
            return false;
        }
        try {
            return new RunningJvm(pid).load(jar, arguments(options));
        } catch (OptionException e) {
            Messages.say(e.getMessage());
            return false;
        }
    }

    /** Returns the options as an agent takes them. */
    private static String arguments(List<String> options) throws OptionException {
        StringBuilder arguments = new StringBuilder();
        for (String option : options) {
            int equals = option.indexOf('=');
            String key = option.substring(2, equals);
            String value = option.substring(equals + 1);
            if (value.indexOf(',') >= 0) {
                throw new OptionException(
                        "option "
                                + key
                                + ": a value with a comma can only be given in a file, with"
                                + " --config=FILE");
            }
            Option known = Option.of(key);
            if (known != null && PATHS.contains(known) && !value.equals("stderr")) {
                value = new File(value).getAbsolutePath();
            }
            arguments.append(arguments.isEmpty() ? "" : ",").append(key + "=" + value);
        }
        return arguments.toString();
    }
}
