package dev.morestack.benchmarks.programs;

import com.puppycrawl.tools.checkstyle.grammar.java.JavaLanguageLexer;
import com.puppycrawl.tools.checkstyle.grammar.java.JavaLanguageParser;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.tree.ParseTree;

/** ANTLR parses Java by Checkstyle's grammar: blocks within blocks. */
final class ParsedJava {

    private static final int DEPTH = 3_000;

    private ParsedJava() {}

    public static void main(String[] arguments) {
        String source =
                "class Blocks { void nest() { " + "{".repeat(DEPTH) + "}".repeat(DEPTH) + " } }";
        JavaLanguageLexer lexer = new JavaLanguageLexer(CharStreams.fromString(source), true);
        JavaLanguageParser parser = new JavaLanguageParser(new CommonTokenStream(lexer));
        ParseTree tree = parser.compilationUnit();
        System.out.println(
                depth(tree) + " deep, " + parser.getNumberOfSyntaxErrors() + " syntax errors");
    }

    private static int depth(ParseTree root) {
        int depth = 0;
        ParseTree tree = root;
        while (tree.getChildCount() > 0) {
            tree = largestChild(tree);
            depth++;
        }
        return depth;
    }

    private static ParseTree largestChild(ParseTree tree) {
        ParseTree largest = tree.getChild(0);
        for (int child = 1; child < tree.getChildCount(); child++) {
            if (tree.getChild(child).getSourceInterval().length()
                    > largest.getSourceInterval().length()) {
                largest = tree.getChild(child);
            }
        }
        return largest;
    }
}
