package cn.zhirong.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.zhirong.access.Audit;
import cn.zhirong.access.AuditVerdict;
import cn.zhirong.access.AuditVerifier;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AuditCareTest {
    private final TestServer server = TestServer.get();
    private final Tenant city = server.aBureau();
    private final Logger log = (Logger) LoggerFactory.getLogger(AuditCare.class);
    private final ListAppender<ILoggingEvent> seen = new ListAppender<>();

    @BeforeEach
    void listen() {
        seen.start();
        log.addAppender(seen);
    }

    @AfterEach
    void end() {
        log.detachAppender(seen);
    }

    @Test
    void the_end_of_a_whole_chain_goes_into_the_log() {
        server.bean(Audit.class).record(city, "wang", "test.write", "1", "");
        server.bean(AuditCare.class).care(city);
        AuditVerdict.Whole whole =
                (AuditVerdict.Whole) server.bean(AuditVerifier.class).verify(city);
        assertThat(seen.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.INFO);
            assertThat(event.getFormattedMessage()).contains(city.slug(), " 1 " + whole.lastHash());
        });
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_forged_entry_is_an_error_in_the_log() {
        server.bean(Audit.class).record(city, "wang", "test.write", "1", "");
        // To add is what the database lets its user do: what was added by another way than the application's does not
        // fit.
        TransactionOperations<Connection> transactions = server.bean(TransactionOperations.class);
        transactions.executeWrite(status -> {
            try (Statement statement = status.getConnection().createStatement()) {
                return statement.executeUpdate("""
                        INSERT INTO audit_entry
                            (tenant_id, number, happened_at, actor, action, object, detail, previous_hash, hash)
                        VALUES (%d, 2, '2026-11-22', 'li', 'policy.publish', '7', '', REPEAT('a', 64), REPEAT('b', 64))
                        """.formatted(city.id()));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        server.bean(AuditCare.class).care(city);
        assertThat(seen.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getFormattedMessage()).contains(city.slug(), "broken at 2");
        });
    }
}
