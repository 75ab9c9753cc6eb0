package dev.morestack.benchmarks.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads whole numbers from a range. */
public abstract class WholeNumber implements ITypeConverter<Integer> {

    private final int least;
    private final int most;

    protected WholeNumber(int least, int most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public final Integer convert(String value) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new TypeConversionException(
                "a whole number from "
                        + least
                        + " to "
                        + most
                        + " is expected, not '"
                        + value
                        + "'");
    }
}
