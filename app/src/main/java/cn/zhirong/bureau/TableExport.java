package cn.zhirong.bureau;

import cn.zhirong.bureau.TenantTables.Column;
import cn.zhirong.bureau.TenantTables.Table;
import cn.zhirong.database.Json;
import cn.zhirong.tenant.Tenant;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of one tenant in one table, one JSON object a line; secrets stay behind. */
@Singleton
class TableExport {
    /** What stands for a person to whoever holds it, or helps to guess it, by the names of columns here and to come. */
    private static final Pattern SECRET = Pattern.compile("digest|(^|.*_)(hash|secret|sealed|encrypted|cipher|password|"
            + "passphrase|totp|otp|recovery|token|nonce|salt|pin)(_.*|$)");

    /** Columns whose names do not tell: marks of browsers and sources, sealed addresses, letters with links that still work. */
    private static final Set<String> MORE = Set.of(
            "conversation.visitor",
            "turn.form",
            "sign_in_attempts.subject",
            "identity_link.identity_digest",
            "identity_attempt.state_digest",
            "identity_attempt.browser_digest",
            "counterpart.pair_digest",
            "counterpart_code.code_digest",
            "account.contact_email",
            "account.contact_phone",
            "subsidy_complaint.contact",
            "subsidy_application.account",
            "subsidy_application.before_correction",
            "subsidy_disbursement_row.account",
            "outbox_letter.words",
            "outbox_letter.address");

    /** The hashes that chain an audit are no secrets: without them it could not be verified. */
    private static final String CHAINED = "audit_";

    private final TransactionOperations<Connection> transactions;
    private final Json json;

    TableExport(TransactionOperations<Connection> transactions, Json json) {
        this.transactions = transactions;
        this.json = json;
    }

    /** Whether a column stays behind: secrets by their names, and whatever is binary, as files are and all that is sealed. */
    static boolean isLeftOut(Table table, Column column) {
        return column.isBinary()
                || !table.name().startsWith(CHAINED)
                        && SECRET.matcher(column.name()).matches()
                || MORE.contains(table.name() + "." + column.name());
    }

    /** Writes all rows and counts them; never more than one is in memory. */
    long write(Tenant tenant, Table table, Path file) throws IOException {
        List<Column> columns = table.columns().stream()
                .filter(column -> !isLeftOut(table, column))
                .toList();
        String names = columns.stream().map(it -> "`" + it.name() + "`").collect(Collectors.joining(", "));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            return transactions.executeRead(status -> {
                try (PreparedStatement select = status.getConnection()
                        .prepareStatement(
                                "SELECT " + names + " FROM `" + table.name() + "` WHERE tenant_id = ?",
                                ResultSet.TYPE_FORWARD_ONLY,
                                ResultSet.CONCUR_READ_ONLY)) {
                    // The driver's word for: row by row.
                    select.setFetchSize(Integer.MIN_VALUE);
                    select.setLong(1, tenant.id());
                    return copy(select, columns, out);
                } catch (SQLException e) {
                    throw new IllegalStateException(table.name() + " cannot be exported", e);
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot write " + file, e);
                }
            });
        }
    }

    private long copy(PreparedStatement select, List<Column> columns, BufferedWriter out)
            throws SQLException, IOException {
        long count = 0;
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i).name(), value(rows, i + 1, columns.get(i)));
                }
                out.write(json.write(row));
                out.write('\n');
                count++;
            }
        }
        return count;
    }

    private static @Nullable Object value(ResultSet rows, int at, Column column) throws SQLException {
        if (column.type().equals("datetime") || column.type().equals("timestamp")) {
            LocalDateTime time = rows.getObject(at, LocalDateTime.class);
            return time == null ? null : time + "Z";
        }
        Object value = rows.getObject(at);
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
