package dev.morestack.benchmarks.programs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** H2 parses, optimises and runs a query with a long chain of nested conditions. */
final class SqlParentheses {

    private static final int DEPTH = 20_000;

    private SqlParentheses() {}

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:deep");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE T AS SELECT X FROM SYSTEM_RANGE(1, 3)");
            StringBuilder query = new StringBuilder("SELECT ");
            query.append("(X + ".repeat(DEPTH)).append('0').append(")".repeat(DEPTH));
            query.append(" FROM T ORDER BY 1 DESC");
            try (ResultSet result = statement.executeQuery(query.toString())) {
                result.next();
                System.out.println("most " + result.getLong(1));
            }
        }
    }
}
