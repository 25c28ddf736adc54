package cn.zhirong.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the database itself refuse to change or delete what the audit holds. In code and not in SQL because a server with binary
 * logging lets only privileged users make triggers: then the same is had by grants, and the log says which.
 *
 * <p>Two ways through are left, both by a variable of the session and both for whole stretches only: {@code
 * @zhirong_audit = 'retention'} deletes what is older than 400 days, {@code @zhirong_audit = 'tenant ID'} deletes all of that
 * tenant.
 */
public final class V20261122_8_1__Audit_append_only extends BaseJavaMigration {
    private static final Logger LOG = LoggerFactory.getLogger(V20261122_8_1__Audit_append_only.class);

    /** 1419: SUPER needed while binary logging; 1227, 1142, 1044: the privilege is not there. */
    private static final Set<Integer> NOT_ALLOWED = Set.of(1419, 1227, 1142, 1044);

    /** What is executed, one statement each; dropped and made anew by tests that play the intruder. */
    public static final List<String> TRIGGERS = List.of("""
            CREATE TRIGGER audit_entry_update BEFORE UPDATE ON audit_entry FOR EACH ROW
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_entry is append-only'
            """, """
            CREATE TRIGGER audit_entry_delete BEFORE DELETE ON audit_entry FOR EACH ROW
            BEGIN
                IF NOT (COALESCE(@zhirong_audit, '') = CONCAT('tenant ', OLD.tenant_id)
                        OR (COALESCE(@zhirong_audit, '') = 'retention'
                            AND OLD.happened_at < UTC_TIMESTAMP(6) - INTERVAL 400 DAY)) THEN
                    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_entry is append-only';
                END IF;
            END
            """, """
            CREATE TRIGGER audit_head_update BEFORE UPDATE ON audit_head FOR EACH ROW
            BEGIN
                IF NEW.tenant_id <> OLD.tenant_id OR NEW.last_number < OLD.last_number
                        OR NEW.removed_number < OLD.removed_number THEN
                    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_head only moves on';
                END IF;
            END
            """, """
            CREATE TRIGGER audit_head_delete BEFORE DELETE ON audit_head FOR EACH ROW
            BEGIN
                IF NOT COALESCE(@zhirong_audit, '') = CONCAT('tenant ', OLD.tenant_id) THEN
                    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_head only moves on';
                END IF;
            END
            """);

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            for (String trigger : TRIGGERS) {
                statement.execute(trigger);
            }
        } catch (SQLException e) {
            if (!NOT_ALLOWED.contains(e.getErrorCode())) {
                throw e;
            }
            LOG.warn(
                    "the database does not let this user make triggers ({}): give the application's user no UPDATE and DELETE on"
                            + " audit_entry, or make the triggers as an administrator, see app/SECURITY.md",
                    e.getErrorCode());
        }
    }

    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }
}
