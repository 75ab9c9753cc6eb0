/*
 * EXAMPLE 11: a rule, for native code of a library that cannot be annotated
 *
 * SQLite evaluates a pattern by recursion in C, and this pattern takes it deeper than the stack of
 * an ordinary thread: without more the process would not get an error, it would be killed. The rule
 * gives the native methods of the library's class NativeDB 64 MB each; they are wrapped as the class
 * loads. Patterns are those of "includes", several rules are separated by colons, and a rule that
 * has matched nothing is named at exit.
 *
 * $ ./morestack run '--bigstack=org.sqlite.core.NativeDB::*(64m)' -- --enable-native-access=ALL-UNNAMED -cp examples/target/classes:examples/target/lib/* dev.morestack.examples.Example11Rule
 * morestack 0.1.0: stacks grow, up to 512m a thread
 * the pattern matches, 24000 calls deep in C
 *
 * $ ./morestack run '--bigstack=org.sqlite.core.NativeDB::*(64m):no.such.Library::*(4m)' -- --enable-native-access=ALL-UNNAMED -cp examples/target/classes:examples/target/lib/* dev.morestack.examples.Example11Rule
 * morestack 0.1.0: stacks grow, up to 512m a thread
 * the pattern matches, 24000 calls deep in C
 * morestack: option bigstack: 'no.such.Library::*(4m)' has matched no method
 */
package dev.morestack.examples;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks SQLite whether a text is like a pattern of very many wildcards. */
public final class Example11Rule {

    private static final int WILDCARDS = 24_000;

    private Example11Rule() {}

    public static void main(String[] arguments) throws SQLException {
        String text = "a".repeat(WILDCARDS);
        String pattern = "%a".repeat(WILDCARDS);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select '" + text + "' like '" + pattern + "'")) {
            rows.next();
            System.out.println(
                    rows.getInt(1) == 1
                            ? "the pattern matches, " + WILDCARDS + " calls deep in C"
                            : "the pattern does not match");
        }
    }
}
