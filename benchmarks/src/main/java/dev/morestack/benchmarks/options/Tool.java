package dev.morestack.benchmarks.options;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** One of the programs that {@code run.sh} starts: reads its options and runs it. */
public final class Tool {

    private Tool() {}

    /** Runs a tool, whose fields and methods have picocli's annotations, and ends this JVM. */
    public static void run(Callable<Integer> tool, String... arguments) {
        System.exit(commandLine(tool).execute(arguments));
    }

    /** Returns a tool that has yet to read its options. */
    public static CommandLine commandLine(Callable<Integer> tool) {
        CommandLine line = new CommandLine(tool);
        line.getCommandSpec()
                .addOption(
                        OptionSpec.builder("-h", "--help")
                                .usageHelp(true)
                                .description("Shows these options.")
                                .build());
        line.setParameterExceptionHandler(Tool::refuse);
        return line;
    }

    /** Says what was wrong in one line, without picocli's page of help. */
    private static int refuse(ParameterException wrong, String... arguments) {
        CommandSpec spec = wrong.getCommandLine().getCommandSpec();
        String message = wrong.getMessage().replaceAll("\\R\\s*", " ");
        wrong.getCommandLine()
                .getErr()
                .println(spec.qualifiedName() + ": " + message + " (--help shows the options)");
        return spec.exitCodeOnInvalidInput();
    }
}
