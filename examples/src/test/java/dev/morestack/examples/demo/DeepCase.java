package dev.morestack.examples.demo;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.parser.Token;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.json.JSONObject;
import org.json.JSONTokener;

/**
 * The demo's cases once more, each with something at its bottom that counts the frames on the
 * stack. Prints that number, and then the answer.
 */
enum DeepCase {
    GSON {
        @Override
        String run(int depth) {
            String json = "[".repeat(depth) + GAP + "]".repeat(depth);
            FrameCountingReader reader = new FrameCountingReader(json);
            return GsonArrays.depth(new Gson().fromJson(reader, JsonArray.class)) + " arrays";
        }
    },
    EVALEX {
        @Override
        String run(int depth) throws BaseException {
            ExpressionConfiguration configuration =
                    ExpressionConfiguration.defaultConfiguration()
                            .withAdditionalFunctions(Map.entry("FRAMES", new CountFrames()));
            String formula = EvalExSum.formula(depth).replaceFirst("\\)", "+FRAMES())");
            return "sum "
                    + new Expression(formula, configuration)
                            .evaluate()
                            .getNumberValue()
                            .toBigIntegerExact();
        }
    },
    JSON {
        @Override
        String run(int depth) {
            // Spaces on both sides, for members take more characters than closing braces.
            String json = "{\"a\":".repeat(depth) + GAP + "1" + "}".repeat(depth);
            String padded = json + " ".repeat(4 * depth);
            FrameCountingReader reader = new FrameCountingReader(padded);
            return JsonObjects.depth(new JSONObject(new JSONTokener(reader))) + " objects";
        }
    },
    REGEX {
        @Override
        String run(int depth) {
            CharSequence text = new FrameCountingText(RegexAlternation.text(depth));
            boolean matches = Pattern.matches("(?:a|b)*", text);
            return (matches ? depth : 0) + " characters match";
        }
    },
    SERIALIZATION {
        @Override
        String run(int depth) throws IOException, ClassNotFoundException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            SerializedList.write(Node.list(new LastNode(), depth), bytes);
            Node copy = SerializedList.read(new ByteArrayInputStream(bytes.toByteArray()));
            return copy.length() + " nodes, checksum " + copy.checksum();
        }
    },
    JAVAC {
        @Override
        String run(int depth) throws IOException, ReflectiveOperationException {
            // Blocks: the code of a sum of that many terms would be too long for a class file.
            String source =
                    "public class Blocks { public static int twice(int i) { int[] result = {0}; "
                            + "{".repeat(depth)
                            + "result[0] = 2 * (int) i;"
                            + "}".repeat(depth)
                            + " return result[0]; } }";
            Path folder = Files.createTempDirectory("morestack-deep");
            try (SourceCompiler compiler = new SourceCompiler(folder)) {
                Class<?> blocks = compiler.compile("Blocks", source, diagnostic -> Frames.count());
                return "twice(3) is " + blocks.getMethod("twice", int.class).invoke(null, 3);
            }
        }
    };

    /** More than any reader buffers, so that the buffer is filled anew at the deepest point. */
    private static final String GAP = " ".repeat(20_000);

    abstract String run(int depth) throws Exception;

    public static void main(String[] arguments) throws Exception {
        String answer = valueOf(arguments[0]).run(Integer.parseInt(arguments[1]));
        System.out.println("frames " + Frames.most());
        System.out.println(answer);
    }

    /** A function without parameters whose value is 0. */
    private static final class CountFrames extends AbstractFunction {

        @Override
        public EvaluationValue evaluate(
                Expression expression, Token functionToken, EvaluationValue... parameters) {
            Frames.count();
            return expression.convertValue(0);
        }
    }

    /** A text that counts the frames of whoever looks at its last character. */
    private record FrameCountingText(String text) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (index == text.length() - 1) {
                Frames.count();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
