package cn.zhirong.drafting;

import cn.zhirong.kernel.CreditCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Four firms in the register of a {@link RuleBureau}, on which a draft is tried. In force: 2 % of 1000万元 of revenue or more, at
 * most 50万元. Draft: 3 % of 500万元 or more, at most 50万元.
 */
final class TrialFirms {
    private final RuleBureau bureau;

    TrialFirms(RuleBureau bureau) throws SQLException {
        this.bureau = bureau;
        // 2000万元: 40万元 now, 50万元 of 60万元 then.
        firm("甲企业", 1, 2_000L);
        // 800万元: nothing now, 24万元 then.
        firm("乙企业", 2, 800L);
        // Revenue not known: open both times.
        firm("丙企业", 3, null);
        // 5000万元: 50万元 both times.
        firm("丁企业", 4, 5_000L);
    }

    /** The draft, written by 陈. */
    long draft() {
        return bureau.draft(bureau.rule("企业奖励", "500万元", "3%", "50万元"));
    }

    /** @param revenueWan of last year; null where nobody knows it */
    private void firm(String name, int number, @Nullable Long revenueWan) throws SQLException {
        try (Connection connection = bureau.server.connection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO enterprise (tenant_id, credit_code, name, created_by, created_at, changed_at)
                        VALUES (?, ?, ?, 'chen', '2026-01-05 08:00:00', '2026-01-05 08:00:00')
                        """, Statement.RETURN_GENERATED_KEYS)) {
            insert.setLong(1, bureau.tenant.id());
            insert.setString(2, code(number));
            insert.setString(3, name);
            long id = inserted(insert);
            fact(connection, id, "zone", 0, null, "东区");
            if (revenueWan != null) {
                int year = bureau.drafts().today().getYear() - 1;
                fact(connection, id, "annual.revenue", year, revenueWan * 1_000_000, null);
            }
        }
    }

    private void fact(
            Connection connection, long firm, String field, int year, @Nullable Long number, @Nullable String text)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO enterprise_fact (tenant_id, enterprise_id, field, year, number_value, text_value, day_value, source,
                  as_of, evidence, state, entered_by, entered_at)
                VALUES (?, ?, ?, ?, ?, ?, NULL, 'VERIFIED', '2026-01-05', '年报', 'STANDS', 'chen', '2026-01-05 08:00:00')
                """)) {
            insert.setLong(1, bureau.tenant.id());
            insert.setLong(2, firm);
            insert.setString(3, field);
            insert.setInt(4, year);
            insert.setObject(5, number);
            insert.setString(6, text);
            insert.executeUpdate();
        }
    }

    static long inserted(PreparedStatement insert) throws SQLException {
        insert.executeUpdate();
        try (var keys = insert.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }

    private static String code(int number) {
        String body = "91441200XXXX" + String.format("%05d", number);
        return "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(last -> CreditCode.typed(body + (char) last))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow()
                .value();
    }
}
