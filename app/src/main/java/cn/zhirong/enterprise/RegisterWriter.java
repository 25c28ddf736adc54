package cn.zhirong.enterprise;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds rows to the tables of the register, many at a time: thousands of them come in with a table, and in one transaction. */
@Singleton
class RegisterWriter {
    private static final int BATCH = 1_000;

    /** The database's number for a key that is there already. */
    private static final int DUPLICATE = 1062;

    private static final String ENTERPRISE = """
            INSERT INTO enterprise (tenant_id, credit_code, name, created_by, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String FACT = """
            INSERT INTO enterprise_fact (tenant_id, enterprise_id, field, year, number_value, text_value, day_value, source, as_of,
              evidence, state, entered_by, entered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ITEM = """
            INSERT INTO enterprise_item (tenant_id, enterprise_id, kind, number, title, filed_on, begins_on, ends_on, status,
              parties, amount_fen, ip_amount_fen, interest_fen, rate_ppm, pledge, registered_on, settled_on, second_party,
              belongs_to, subsidised, source, as_of, evidence, state, entered_by, entered_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SETTLE = """
            UPDATE enterprise
            SET name = ?, zone = ?, section = ?, industry = ?, size_class = ?, figures_year = ?, revenue_fen = ?, staff = ?,
              waiting = ?, changed_at = ?
            WHERE tenant_id = ? AND id = ?
            """;

    /** Facts and entries are added before what they come to is written down: until then the snapshot says that it is none. */
    private static final String OUTDATED = """
            UPDATE enterprise_snapshot SET form = 0 WHERE tenant_id = ? AND enterprise_id = ?
            """;

    private static final String SNAPSHOT = """
            INSERT INTO enterprise_snapshot (tenant_id, enterprise_id, form, content) VALUES (?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE form = ?, content = ?
            """;

    private final TransactionOperations<Connection> transactions;

    RegisterWriter(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** A firm that is not there yet. */
    record NewEnterprise(String creditCode, String name) {}

    /** A fact to be added. */
    record NewFact(long enterpriseId, FactField field, int year, FactValue value, Entry entry) {}

    /** An entry of a list to be added. */
    record NewItem(long enterpriseId, ItemDraft draft, Entry entry) {}

    /** What all rows say of themselves. */
    record Entry(FactSource source, LocalDate asOf, String evidence, FactState state, String by, Instant at) {}

    /** A firm was added by somebody else after it was looked for; nothing of this transaction can stand. */
    static final class AddedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1;

        private AddedMeanwhile(SQLException cause) {
            super("somebody else added one of the firms", cause);
        }
    }

    /**
     * Adds firms.
     *
     * @throws AddedMeanwhile where one of them is there
     */
    void addEnterprises(long tenantId, List<NewEnterprise> enterprises, String by, Instant now) {
        write(ENTERPRISE, enterprises, (statement, it) -> {
            statement.setLong(1, tenantId);
            statement.setString(2, it.creditCode());
            statement.setString(3, it.name());
            statement.setString(4, by);
            statement.setObject(5, utc(now));
            statement.setObject(6, utc(now));
        });
    }

    void addFacts(long tenantId, List<NewFact> facts) {
        outdated(tenantId, facts.stream().map(NewFact::enterpriseId));
        write(FACT, facts, (statement, it) -> {
            statement.setLong(1, tenantId);
            statement.setLong(2, it.enterpriseId());
            statement.setString(3, it.field().key());
            statement.setInt(4, it.year());
            number(statement, 5, it.value().number());
            statement.setString(6, it.value().text());
            statement.setObject(7, it.value().day());
            entry(statement, 8, it.entry());
        });
    }

    void addItems(long tenantId, List<NewItem> items) {
        outdated(tenantId, items.stream().map(NewItem::enterpriseId));
        write(ITEM, items, (statement, it) -> {
            ItemDraft draft = it.draft();
            statement.setLong(1, tenantId);
            statement.setLong(2, it.enterpriseId());
            statement.setString(3, draft.kind().key());
            statement.setString(4, draft.number());
            statement.setString(5, draft.title());
            statement.setObject(6, draft.filedOn());
            statement.setObject(7, draft.beginsOn());
            statement.setObject(8, draft.endsOn());
            statement.setString(9, draft.status());
            statement.setString(10, draft.parties());
            number(statement, 11, draft.amountFen());
            terms(statement, 12, draft.terms());
            entry(statement, 21, it.entry());
        });
    }

    /** Writes down whole what is known of these firms now. */
    void snapshot(long tenantId, List<Profile> profiles) {
        // By their numbers, so that two who write many of them do not wait for each other.
        List<Profile> sorted =
                profiles.stream().sorted(Comparator.comparingLong(Profile::id)).toList();
        write(SNAPSHOT, sorted, (statement, profile) -> {
            byte[] content = ProfileSnapshot.write(profile);
            statement.setLong(1, tenantId);
            statement.setLong(2, profile.id());
            statement.setInt(3, ProfileSnapshot.FORM);
            statement.setBytes(4, content);
            statement.setInt(5, ProfileSnapshot.FORM);
            statement.setBytes(6, content);
        });
    }

    private void outdated(long tenantId, Stream<Long> enterprises) {
        write(OUTDATED, enterprises.distinct().sorted().toList(), (statement, enterprise) -> {
            statement.setLong(1, tenantId);
            statement.setLong(2, enterprise);
        });
    }

    /** Writes down beside the codes, and whole, what the facts of these firms say now. */
    void settle(long tenantId, List<Profile> profiles, Instant now) {
        snapshot(tenantId, profiles);
        write(SETTLE, profiles, (statement, profile) -> {
            int year = profile.sizingYear();
            Industry industry = profile.industry().orElse(null);
            String zone = profile.value(FactField.ZONE, 0).text();
            String name = profile.value(FactField.NAME, 0).text();
            statement.setString(1, name == null ? profile.name() : name);
            statement.setString(2, zone == null ? "" : zone);
            statement.setString(3, industry == null ? null : String.valueOf(industry.section()));
            statement.setString(4, industry == null ? null : industry.code());
            statement.setString(
                    5,
                    profile.sizing() instanceof Sizing.Sized sized
                            ? sized.size().name()
                            : null);
            number(statement, 6, year == 0 ? null : Long.valueOf(year));
            number(statement, 7, newest(profile, FactField.REVENUE));
            number(statement, 8, newest(profile, FactField.STAFF));
            statement.setInt(
                    9, profile.waitingFacts().size() + profile.waitingItems().size());
            statement.setObject(10, utc(now));
            statement.setLong(11, tenantId);
            statement.setLong(12, profile.id());
        });
    }

    /** Each figure of its own newest year: one of them may be known earlier than the others. */
    private static @Nullable Long newest(Profile profile, FactField field) {
        return profile.value(field, profile.newestYear(field)).number();
    }

    private interface Filling<T> {
        void fill(PreparedStatement statement, T row) throws SQLException;
    }

    private <T> void write(String sql, List<T> rows, Filling<T> filling) {
        if (rows.isEmpty()) {
            return;
        }
        transactions.executeWrite(status -> {
            try (PreparedStatement insert = status.getConnection().prepareStatement(sql)) {
                int waiting = 0;
                for (T row : rows) {
                    filling.fill(insert, row);
                    insert.addBatch();
                    if (++waiting == BATCH) {
                        insert.executeBatch();
                        waiting = 0;
                    }
                }
                insert.executeBatch();
                return rows.size();
            } catch (SQLException e) {
                if (e.getErrorCode() == DUPLICATE && sql.equals(ENTERPRISE)) {
                    throw new AddedMeanwhile(e);
                }
                throw new IllegalStateException(rows.size() + " rows cannot be added to the register", e);
            }
        });
    }

    private static void entry(PreparedStatement statement, int at, Entry entry) throws SQLException {
        statement.setString(at, entry.source().name());
        statement.setObject(at + 1, entry.asOf());
        statement.setString(at + 2, entry.evidence());
        statement.setString(at + 3, entry.state().name());
        statement.setString(at + 4, entry.by());
        statement.setObject(at + 5, utc(entry.at()));
    }

    private static void terms(PreparedStatement statement, int at, ItemTerms terms) throws SQLException {
        number(statement, at, terms.ipAmountFen());
        number(statement, at + 1, terms.interestFen());
        number(statement, at + 2, terms.ratePpm());
        statement.setString(at + 3, terms.pledge());
        statement.setObject(at + 4, terms.registeredOn());
        statement.setObject(at + 5, terms.settledOn());
        statement.setString(at + 6, terms.secondParty());
        statement.setString(at + 7, terms.belongsTo());
        Boolean subsidised = terms.subsidised();
        number(statement, at + 8, subsidised == null ? null : Long.valueOf(subsidised ? 1 : 0));
    }

    private static void number(PreparedStatement statement, int at, @Nullable Long number) throws SQLException {
        if (number == null) {
            statement.setNull(at, Types.BIGINT);
        } else {
            statement.setLong(at, number);
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
