package dev.morestack.apps.regions;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lets SQLite recurse in C, at the bottom of a recursion in Java. Arguments: a {@link Starter}, the
 * depth in Java, how deep expressions are nested, how often a pattern recurses.
 */
public final class NestedSql {

    private NestedSql() {}

    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[1]);
        int nested = Integer.parseInt(args[2]);
        int stars = Integer.parseInt(args[3]);
        Starter.valueOf(args[0])
                .run(
                        () -> {
                            Result.print(
                                    "nested",
                                    down(
                                            depth,
                                            "select "
                                                    + "abs(1+".repeat(nested)
                                                    + "0"
                                                    + ")".repeat(nested)));
                            Result.print(
                                    "like",
                                    down(
                                            depth,
                                            "select '"
                                                    + "a".repeat(stars)
                                                    + "' like '"
                                                    + "%a".repeat(stars)
                                                    + "'"));
                        });
    }

    private static int down(int n, String sql) {
        return n == 0 ? ask(sql) : down(n - 1, sql);
    }

    private static int ask(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
