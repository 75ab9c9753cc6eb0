package dev.morestack.benchmarks;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is to run, and how long. */
final class BenchmarkOptions {

    @ArgGroup private Shorter shorter = new Shorter();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            converter = PartOfName.class,
            description = "The parts to run: ${COMPLETION-CANDIDATES} (default: all).")
    private Set<Parts> only;

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "A remark for the page, such as what else the machine did.")
    private String note;

    /** Reads the name of a part. */
    private static final class PartOfName implements ITypeConverter<Parts> {
        @Override
        public Parts convert(String value) {
            return Stream.of(Parts.values())
                    .filter(part -> part.title().equals(value))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "there is no part '"
                                                    + value
                                                    + "', only "
                                                    + List.of(Parts.values())));
        }
    }

    /** One of these, or neither. */
    private static final class Shorter {

        @Option(names = "--quick", description = "A rough answer, in some minutes.")
        private boolean quick;

        @Option(names = "--smoke", description = "No answer: everything runs once.")
        private boolean smoke;
    }

    Effort effort() {
        return shorter.smoke ? Effort.SMOKE : shorter.quick ? Effort.QUICK : Effort.FULL;
    }

    /** Returns the parts that are to run, in their order. */
    Set<Parts> parts() {
        return only == null ? EnumSet.allOf(Parts.class) : EnumSet.copyOf(only);
    }

    String note() {
        return note;
    }

    private boolean isWhole() {
        return parts().size() == Parts.values().length;
    }

    private String effortName() {
        return effort().name().toLowerCase(Locale.ROOT);
    }

    /** Returns what tells the page of a run that was quick or partial from others. */
    String suffix() {
        return (isWhole() ? "" : "-" + names("-"))
                + (effort() == Effort.FULL ? "" : "-" + effortName());
    }

    /** Returns the arguments that chose what was run. */
    String choice() {
        return (effort() == Effort.FULL ? "" : " --" + effortName())
                + (isWhole() ? "" : " --only=" + names(","));
    }

    private String names(String between) {
        return String.join(between, parts().stream().map(Parts::title).toList());
    }
}
