package cn.zhirong.isolation;

import cn.zhirong.testing.SqlTap;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Runs each statement of one tenant in the name of an empty one, as it is and without each of its tenant conditions; and in its own
 * name without each condition that keeps two tables in one tenant.
 */
final class SqlMutants implements SqlTap.Listener {
    /** A condition that binds a table to a tenant; the parameter stays in the mutant, so that the others keep their places. */
    private static final Pattern CONDITION = Pattern.compile("(?i)(?:`?\\w+`?\\.)?`?tenant_id`?\\s*=\\s*\\?");

    /** A condition that keeps two tables of one statement in one tenant. */
    private static final Pattern JOIN = Pattern.compile("(?i)\\b\\w+\\.tenant_id\\s*=\\s*\\w+\\.tenant_id\\b");

    private static final Pattern AGGREGATE =
            Pattern.compile("(?i)^SELECT\\s+(COUNT|COALESCE\\s*\\(\\s*MAX|MAX|SUM|EXISTS)\\b");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int ENOUGH = 1000;

    private final long tenant;
    private final long empty;
    private final Set<String> found = new TreeSet<>();
    private final Set<String> tried = new TreeSet<>();
    private final Set<String> reached = new TreeSet<>();

    SqlMutants(long tenant, long empty) {
        this.tenant = tenant;
        this.empty = empty;
    }

    /** Mutants with which something was reached. */
    Set<String> found() {
        return found;
    }

    /** Those with which nothing ever was. */
    Set<String> missed() {
        Set<String> missed = new TreeSet<>(tried);
        missed.removeAll(found);
        return missed;
    }

    /** Statements that reach something as they are. */
    Set<String> reached() {
        return reached;
    }

    @Override
    public synchronized void about(Connection connection, String sql, List<Object> parameters) throws SQLException {
        if (sql.stripLeading().regionMatches(true, 0, "INSERT", 0, 6)) {
            return;
        }
        List<MatchResult> conditions = CONDITION.matcher(sql).results().toList();
        List<Object> others = inTheNameOfTheEmpty(sql, parameters, conditions);
        if (conditions.isEmpty() || others.equals(parameters)) {
            return;
        }
        if (connection.isReadOnly()) {
            tryAll(connection, sql, others, conditions);
            tryJoins(connection, sql, parameters);
            return;
        }
        boolean alone = connection.getAutoCommit();
        if (alone) {
            connection.setAutoCommit(false);
        }
        try {
            tryAll(connection, sql, others, conditions);
            tryJoins(connection, sql, parameters);
        } finally {
            if (alone) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void tryAll(Connection connection, String sql, List<Object> others, List<MatchResult> conditions)
            throws SQLException {
        String whole = outcome(connection, sql, others);
        if (!whole.isEmpty() && !AGGREGATE.matcher(sql.strip()).find()) {
            reached.add(SPACES.matcher(sql).replaceAll(" "));
        }
        for (MatchResult condition : conditions) {
            String mutant = sql.substring(0, condition.start()) + "(" + condition.group() + " OR 1 = 1)"
                    + sql.substring(condition.end());
            String name = SPACES.matcher(mutant).replaceAll(" ");
            tried.add(name);
            if (!found.contains(name) && !outcome(connection, mutant, others).equals(whole)) {
                found.add(name);
            }
        }
    }

    /** In the name of the tenant itself: rows of another one that have the same key must not come along. */
    private void tryJoins(Connection connection, String sql, List<Object> parameters) throws SQLException {
        for (MatchResult join : JOIN.matcher(sql).results().toList()) {
            String mutant =
                    sql.substring(0, join.start()) + "(" + join.group() + " OR 1 = 1)" + sql.substring(join.end());
            String name = SPACES.matcher(mutant).replaceAll(" ");
            tried.add(name);
            if (!found.contains(name)
                    && !outcome(connection, mutant, parameters).equals(outcome(connection, sql, parameters))) {
                found.add(name);
            }
        }
    }

    private List<Object> inTheNameOfTheEmpty(String sql, List<Object> parameters, List<MatchResult> conditions) {
        List<Object> others = new ArrayList<>(parameters);
        for (MatchResult condition : conditions) {
            int at = (int) sql.substring(0, condition.end())
                            .chars()
                            .filter(c -> c == '?')
                            .count()
                    - 1;
            if (Long.valueOf(tenant).equals(others.get(at))) {
                others.set(at, empty);
            }
        }
        return others;
    }

    /** Rows in words or the number of rows changed; empty where there is nothing. */
    private static String outcome(Connection connection, String sql, List<Object> parameters) throws SQLException {
        boolean writes = !connection.isReadOnly();
        Savepoint before = writes ? connection.setSavepoint() : null;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            if (!statement.execute()) {
                return statement.getUpdateCount() == 0 ? "" : String.valueOf(statement.getUpdateCount());
            }
            try (ResultSet rows = statement.getResultSet()) {
                StringBuilder outcome = new StringBuilder();
                int columns = rows.getMetaData().getColumnCount();
                for (int row = 0; row < ENOUGH && rows.next(); row++) {
                    for (int column = 1; column <= columns; column++) {
                        outcome.append(rows.getString(column)).append('|');
                    }
                    outcome.append('\n');
                }
                return outcome.toString();
            }
        } catch (SQLException constraint) {
            // Without the condition it tries to touch rows that the database protects: it reached something.
            return constraint.getSQLState();
        } finally {
            if (before != null) {
                connection.rollback(before);
            }
        }
    }
}
