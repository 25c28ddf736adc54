package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.database.Json;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Appending, reading and verifying a chain on the real database. */
class AuditChainTest {
    private final TestServer server = TestServer.get();
    private final Audit audit = server.bean(Audit.class);
    private final AuditTrail trail = server.bean(AuditTrail.class);
    private final AuditVerifier verifier = server.bean(AuditVerifier.class);
    private final Tenant city = server.aBureau();

    @Test
    void a_new_bureau_has_an_empty_whole_chain() {
        assertThat(verifier.verify(city)).isEqualTo(new AuditVerdict.Whole(1, 0, "0".repeat(64)));
    }

    @Test
    void entries_are_numbered_from_one_and_say_before_and_after() {
        audit.record(city, "wang", "policy.publish", "7", "rev=3");
        audit.record(
                city,
                AuditedChange.by("li", "account.role", "zhao")
                        .from(Map.of("role", "OFFICER"))
                        .to(Map.of("role", "REVIEWER"))
                        .because("任命书 5 号"));
        List<AuditEntry> entries = trail.search(city, AuditQuery.ALL, Long.MAX_VALUE, 10);
        assertThat(entries).extracting(AuditEntry::number).containsExactly(2L, 1L);
        assertThat(entries.get(0).stateBefore()).isEqualTo("{\"role\":\"OFFICER\"}");
        assertThat(entries.get(0).stateAfter()).isEqualTo("{\"role\":\"REVIEWER\"}");
        assertThat(entries.get(0).decision()).isEqualTo("任命书 5 号");
        assertThat(entries.get(0).previousHash()).isEqualTo(entries.get(1).hash());
        assertThat(verifier.verify(city))
                .isEqualTo(new AuditVerdict.Whole(1, 2, entries.get(0).hash()));
    }

    @Test
    void twenty_writers_at_once_leave_no_gap() throws Exception {
        CyclicBarrier together = new CyclicBarrier(20);
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            for (int writer = 0; writer < 20; writer++) {
                String name = "writer-" + writer;
                writers.add(threads.submit(() -> {
                    together.await();
                    for (int i = 0; i < 10; i++) {
                        audit.record(city, name, "test.write", String.valueOf(i), "");
                    }
                    return null;
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(verifier.verify(city))
                .isInstanceOfSatisfying(
                        AuditVerdict.Whole.class,
                        whole -> assertThat(whole.last()).isEqualTo(200));
        assertThat(audit.count(city, "test.write", "9")).isEqualTo(20);
    }

    @Test
    @SuppressWarnings("unchecked")
    void what_is_rolled_back_leaves_no_entry_and_no_gap() {
        TransactionOperations<Connection> transactions = server.bean(TransactionOperations.class);
        audit.record(city, "wang", "test.kept", "1", "");
        assertThatThrownBy(() -> transactions.executeWrite(status -> {
                    audit.record(city, "wang", "test.lost", "1", "");
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        transactions.executeWrite(status -> {
            audit.record(city, "wang", "test.both", "1", "");
            audit.record(city, "wang", "test.both", "2", "");
            return null;
        });
        assertThat(trail.search(city, AuditQuery.ALL, Long.MAX_VALUE, 10))
                .extracting(AuditEntry::action)
                .containsExactly("test.both", "test.both", "test.kept");
        assertThat(verifier.verify(city)).isInstanceOf(AuditVerdict.Whole.class);
    }

    @Test
    void the_database_refuses_to_change_or_delete_an_entry() {
        tenEntries();
        String where = " WHERE tenant_id = " + city.id();
        assertThatThrownBy(() -> Intruder.sql("UPDATE audit_entry SET actor = 'nobody'" + where))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> Intruder.sql("DELETE FROM audit_entry" + where))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> Intruder.sql("UPDATE audit_head SET last_number = 3" + where))
                .hasMessageContaining("only moves on");
        assertThatThrownBy(() -> Intruder.sql("DELETE FROM audit_head" + where)).hasMessageContaining("only moves on");
        assertThat(verifier.verify(city)).isInstanceOf(AuditVerdict.Whole.class);
    }

    @Test
    void an_altered_entry_is_named() {
        tenEntries();
        Intruder.does("UPDATE audit_entry SET detail = '没有的事' WHERE " + row(4));
        assertBroken(4, "改动");
    }

    @Test
    void an_altered_entry_whose_hash_was_made_anew_is_betrayed_by_the_next() {
        tenEntries();
        AuditEntry entry = trail.find(city, 4).orElseThrow();
        String hash = AuditHash.of(
                city.id(),
                4,
                entry.happenedAt(),
                "nobody",
                entry.action(),
                entry.object(),
                entry.detail(),
                null,
                null,
                "",
                null,
                entry.previousHash());
        Intruder.does("UPDATE audit_entry SET actor = 'nobody', hash = '" + hash + "' WHERE " + row(4));
        assertBroken(5, "接不上");
    }

    @Test
    void a_deleted_entry_is_named() {
        tenEntries();
        Intruder.does("DELETE FROM audit_entry WHERE " + row(7));
        assertBroken(7, "不见了");
    }

    @Test
    void the_deleted_last_entry_is_named() {
        tenEntries();
        Intruder.does("DELETE FROM audit_entry WHERE " + row(10));
        assertBroken(10, "不见了");
    }

    @Test
    void an_inserted_entry_is_named() {
        tenEntries();
        Intruder.does("""
                INSERT INTO audit_entry (tenant_id, number, happened_at, actor, action, object, detail, previous_hash, hash)
                SELECT tenant_id, 11, happened_at, actor, action, object, detail, hash, REPEAT('a', 64)
                FROM audit_entry WHERE\s""" + row(10));
        assertBroken(11, "改动");
    }

    @Test
    void an_inserted_entry_that_fits_is_betrayed_by_the_head() {
        tenEntries();
        AuditEntry last = trail.find(city, 10).orElseThrow();
        String hash = AuditHash.of(
                city.id(),
                11,
                last.happenedAt(),
                last.actor(),
                last.action(),
                last.object(),
                last.detail(),
                null,
                null,
                "",
                null,
                last.hash());
        Intruder.does("""
                INSERT INTO audit_entry (tenant_id, number, happened_at, actor, action, object, detail, previous_hash, hash)
                SELECT tenant_id, 11, happened_at, actor, action, object, detail, hash, '%s'
                FROM audit_entry WHERE %s""".formatted(hash, row(10)));
        assertBroken(11, "不是系统写入");
    }

    @Test
    void entries_in_another_order_are_named() {
        tenEntries();
        Intruder.does(
                "UPDATE audit_entry SET number = 99 WHERE " + row(3),
                "UPDATE audit_entry SET number = 3 WHERE " + row(6),
                "UPDATE audit_entry SET number = 6 WHERE " + row(99));
        assertBroken(3, "接不上");
    }

    @Test
    void a_changed_head_is_named() {
        tenEntries();
        Intruder.does("UPDATE audit_head SET last_hash = REPEAT('b', 64) WHERE tenant_id = " + city.id());
        assertBroken(10, "链首");
    }

    @Test
    void a_head_that_was_taken_back_is_named() {
        tenEntries();
        Intruder.does("UPDATE audit_head SET last_number = 8, last_hash = '"
                + trail.find(city, 8).orElseThrow().hash() + "' WHERE tenant_id = " + city.id());
        assertBroken(9, "不是系统写入");
    }

    @Test
    void retention_removes_a_whole_beginning_older_than_400_days_and_the_rest_still_holds() {
        at(Instant.now().minus(Duration.ofDays(500)), 3);
        at(Instant.now().minus(Duration.ofDays(401)), 2);
        at(Instant.now().minus(Duration.ofDays(399)), 2);
        // Recorded late with an old time: it stays, for an entry before it has to stay.
        at(Instant.now().minus(Duration.ofDays(450)), 1);
        AuditRetention retention = server.bean(AuditRetention.class);
        assertThat(retention.removeOld(city)).isEqualTo(5);
        assertThat(retention.removeOld(city)).isZero();
        assertThat(verifier.verify(city))
                .isInstanceOfSatisfying(
                        AuditVerdict.Whole.class,
                        whole ->
                                assertThat(List.of(whole.first(), whole.last())).containsExactly(6L, 8L));
        Intruder.does("DELETE FROM audit_entry WHERE " + row(6));
        assertBroken(6, "不见了");
    }

    @Test
    void retention_cannot_be_used_to_remove_what_is_younger() {
        at(Instant.now().minus(Duration.ofDays(399)), 2);
        String delete = "DELETE FROM audit_entry WHERE tenant_id = " + city.id();
        assertThatThrownBy(() -> Intruder.sql("SET @zhirong_audit = 'retention'", delete))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> Intruder.sql("SET @zhirong_audit = 'tenant 0'", delete))
                .hasMessageContaining("append-only");
        Intruder.sql("SET @zhirong_audit = NULL");
        server.bean(AuditRetention.class).removeOld(city);
        assertThat(trail.search(city, AuditQuery.ALL, Long.MAX_VALUE, 10)).hasSize(2);
    }

    @Test
    void a_whole_bureau_may_go() {
        tenEntries();
        Tenant other = server.aBureau();
        audit.record(other, "li", "test.write", "1", "");
        server.bean(AuditRetention.class).removeAll(city);
        assertThat(audit.count(other, "test.write", "1")).isEqualTo(1);
        assertThat(verifier.verify(city)).isEqualTo(new AuditVerdict.Whole(1, 0, AuditHash.NONE));
        assertThatThrownBy(() -> Intruder.sql("DELETE FROM audit_entry WHERE tenant_id = " + other.id()))
                .as("the way through is closed again")
                .hasMessageContaining("append-only");
        assertThat(trail.search(city, AuditQuery.ALL, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void personal_numbers_are_masked_and_amounts_are_not() {
        audit.record(
                city,
                AuditedChange.by("wang", "test.mask", "1")
                        .with("电话 13800138000，身份证 11010519900307123X，邮箱 wang@example.cn，amountFen=13800138000")
                        .to("{\"bankCard\":\"6222020200011223344\",\"capFen\":15000000000}"));
        AuditEntry entry = trail.find(city, 1).orElseThrow();
        assertThat(entry.detail())
                .contains("138****8000", "w***@example.cn", "amountFen=13800138000")
                .doesNotContain("13800138000，", "19900307", "wang@");
        assertThat(entry.stateAfter())
                .contains("\"capFen\":15000000000", "3344")
                .doesNotContain("6222020200011223344");
        assertThat(verifier.verify(city)).isInstanceOf(AuditVerdict.Whole.class);
    }

    @Test
    void odd_and_overlong_words_are_kept_verifiable() {
        audit.record(
                city,
                "wang",
                "test.odd",
                "x".repeat(500),
                "\ud83d\ude00".repeat(1500) + "\ud800 '; DROP TABLE x; --\u0000");
        audit.record(
                city,
                AuditedChange.by("王", "test.odd", "1").from("甲".repeat(9000)).to("乙;3:;-; "));
        assertThat(verifier.verify(city)).isInstanceOf(AuditVerdict.Whole.class);
        assertThat(trail.find(city, 2).orElseThrow().stateBefore()).hasSize(Audit.STATE_LIMIT);
    }

    @Test
    void what_can_be_caused_at_will_is_written_ten_times_and_then_counted() {
        for (int i = 0; i < 25; i++) {
            audit.recordRarely(city, "wang", AuditedChange.by("wang", "access.refused", "GET /x"));
        }
        audit.recordRarely(city, "li", AuditedChange.by("li", "access.refused", "GET /x"));
        assertThat(audit.count(city, "access.refused", "GET /x")).isEqualTo(AuditBrake.EACH + 1L);
    }

    @Test
    void another_bureau_reads_nothing_of_it() {
        tenEntries();
        Tenant other = server.aBureau();
        assertThat(trail.search(other, AuditQuery.ALL, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(trail.find(other, 1)).isEmpty();
        assertThat(audit.count(other, "test.write", "1")).isZero();
    }

    private void tenEntries() {
        for (int i = 1; i <= 10; i++) {
            audit.record(city, "wang", "test.write", String.valueOf(i), "");
        }
    }

    @SuppressWarnings("unchecked")
    private void at(Instant time, int count) {
        Clock then = Clock.fixed(time, ZoneOffset.UTC);
        TransactionOperations<Connection> transactions = server.bean(TransactionOperations.class);
        Audit old = new Audit(
                server.bean(AuditRepository.class), new AuditBrake(then), transactions, server.bean(Json.class), then);
        for (int i = 0; i < count; i++) {
            transactions.executeWrite(status -> {
                old.record(city, "wang", "test.old", "1", "");
                return null;
            });
        }
    }

    private String row(long number) {
        return "tenant_id = " + city.id() + " AND number = " + number;
    }

    private void assertBroken(long number, String why) {
        assertThat(verifier.verify(city)).isInstanceOfSatisfying(AuditVerdict.Broken.class, broken -> {
            assertThat(broken.number()).isEqualTo(number);
            assertThat(broken.why()).contains(why);
        });
    }
}
