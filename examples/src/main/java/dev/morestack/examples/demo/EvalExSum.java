package dev.morestack.examples.demo;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.parser.ParseException;
import java.math.BigDecimal;
import java.util.StringJoiner;

/**
 * Case 2: EvalEx 3.4.0 evaluates a sum with parentheses within parentheses.
 *
 * <p>{@code (1+(2+(3+ ...)))} parses in a loop, but is evaluated by a method that calls itself for
 * the right-hand side of every plus. Formulas that programs write are often of this shape.
 */
final class EvalExSum {

    static final int DEPTH = 10_000;

    private EvalExSum() {}

    public static void main(String[] arguments) throws EvaluationException, ParseException {
        String formula = formula(Depth.of(arguments, DEPTH));
        BigDecimal sum = new Expression(formula).evaluate().getNumberValue();
        System.out.println("sum " + sum.toBigIntegerExact());
    }

    static String formula(int depth) {
        StringJoiner terms = new StringJoiner("+(", "(", ")".repeat(depth));
        for (int term = 1; term <= depth; term++) {
            terms.add(Integer.toString(term));
        }
        return terms.toString();
    }
}
