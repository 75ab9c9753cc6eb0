package dev.morestack.benchmarks.options;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Reads the options of a program and runs it. */
public final class Program {

    private Program() {}

    /** Runs a program, whose fields and methods have picocli's annotations, and ends this JVM. */
    public static void run(Callable<Integer> program, String... arguments) {
        System.exit(commandLine(program).execute(arguments));
    }

    /** Returns a program that has yet to read its options. */
    public static CommandLine commandLine(Callable<Integer> program) {
        CommandLine line = new CommandLine(program);
        line.getCommandSpec()
                .addOption(
                        OptionSpec.builder("-h", "--help")
                                .usageHelp(true)
                                .description("Shows these options.")
                                .build());
        line.setParameterExceptionHandler(Program::refuse);
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
