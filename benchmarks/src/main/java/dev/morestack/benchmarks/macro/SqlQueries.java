package dev.morestack.benchmarks.macro;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** H2, in memory: joins, groups, look-ups by key, statements that are parsed anew. */
final class SqlQueries implements Workload {

    private static final int LOOK_UPS = 2_000;
    private static final int PARSED = 500;

    private final Connection connection = DriverManager.getConnection("jdbc:h2:mem:macro");

    SqlQueries() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE CUSTOMERS(ID INT PRIMARY KEY, NAME VARCHAR) AS SELECT X,"
                            + " 'customer ' || X FROM SYSTEM_RANGE(1, 1000)");
            statement.execute(
                    "CREATE TABLE ORDERS(ID INT PRIMARY KEY, CUSTOMER INT, TOTAL INT) AS SELECT X,"
                            + " MOD(X * 7919, 1000) + 1, MOD(X * 104729, 1000) FROM"
                            + " SYSTEM_RANGE(1, 10000)");
            statement.execute("CREATE INDEX BY_CUSTOMER ON ORDERS(CUSTOMER)");
        }
    }

    @Override
    public long run() throws SQLException {
        long sum =
                first(
                        "SELECT SUM(T) FROM (SELECT C.NAME, SUM(O.TOTAL) T FROM CUSTOMERS C JOIN"
                                + " ORDERS O ON O.CUSTOMER = C.ID WHERE O.TOTAL > 100 GROUP BY"
                                + " C.NAME HAVING COUNT(*) > 2 ORDER BY T DESC)");
        try (PreparedStatement lookUp =
                connection.prepareStatement("SELECT TOTAL FROM ORDERS WHERE ID = ?")) {
            for (int id = 1; id <= LOOK_UPS; id++) {
                lookUp.setInt(1, id);
                sum += first(lookUp.executeQuery());
            }
        }
        for (int id = 1; id <= PARSED; id++) {
            sum +=
                    first(
                            "SELECT COUNT(*) FROM ORDERS WHERE CUSTOMER = "
                                    + id
                                    + " AND (TOTAL BETWEEN 10 AND 900 OR ID IN (1, 2, 3))");
        }
        return sum;
    }

    private long first(String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return first(statement.executeQuery(query));
        }
    }

    private static long first(ResultSet result) throws SQLException {
        try (result) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
