package cn.zhirong.access;

import cn.zhirong.database.Json;
import cn.zhirong.tenant.Tenant;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The record of who changed what, written in the transaction of the change. Entries are numbered without gaps and chained by
 * hash; that needs a lock of the tenant's head, which is taken as the last of all, right before the commit, so that writers
 * wait for each other as shortly as can be and never in a circle.
 */
@Singleton
public class Audit {
    static final int STATE_LIMIT = 4000;

    private final AuditRepository repository;
    private final AuditBrake brake;
    private final TransactionOperations<Connection> transactions;
    private final Json json;
    private final Clock clock;

    Audit(
            AuditRepository repository,
            AuditBrake brake,
            TransactionOperations<Connection> transactions,
            Json json,
            Clock clock) {
        this.repository = repository;
        this.brake = brake;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds a line.
     *
     * @param actor user name, or {@code system} and {@code command-line} where nobody signed in
     * @param action a dotted word such as {@code policy.release}
     * @param object what was changed, by its id
     * @param detail what matters later; personal numbers and addresses in it are masked
     */
    @Transactional
    public void record(Tenant tenant, String actor, String action, String object, String detail) {
        record(tenant, AuditedChange.by(actor, action, object).with(detail));
    }

    /** Adds a line that also says what was before and after, and on which decision it rests. */
    @Transactional
    public void record(Tenant tenant, AuditedChange change) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditEntry entry = new AuditEntry(
                0,
                tenant.id(),
                0,
                now,
                cut(change.actor(), 64),
                change.action(),
                cut(Masking.text(change.object()), 200),
                cut(Masking.text(change.detail()), 2000),
                state(change.before()),
                state(change.after()),
                cut(Source.current(), 64),
                change.decision() == null ? null : cut(Masking.text(change.decision()), 200),
                "",
                "");
        transactions
                .findTransactionStatus()
                .orElseThrow(() -> new IllegalStateException("the audit is written in a transaction"))
                .registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        append(entry);
                    }
                });
    }

    /**
     * Adds a line for something that anybody can cause as often as they like, such as a refused request: of each {@code key}
     * (an account, an address) and of each tenant only so many in ten minutes; how many were left out stands in the next one.
     */
    @Transactional
    public void recordRarely(Tenant tenant, String key, AuditedChange change) {
        long leftOut = brake.leftOut(tenant.id(), change.action() + " " + key);
        if (leftOut >= 0) {
            record(tenant, leftOut == 0 ? change : change.with(change.detail() + "；此前另有 " + leftOut + " 次未逐条记入"));
        }
    }

    /** How often this was done to this object. */
    public long count(Tenant tenant, String action, String object) {
        return repository.count(tenant.id(), action, object);
    }

    private void append(AuditEntry entry) {
        long tenantId = entry.tenantId();
        AuditHead head = repository.lockHead(tenantId).orElseGet(() -> {
            repository.makeHead(tenantId, AuditHash.NONE);
            return repository.lockHead(tenantId).orElseThrow();
        });
        long number = head.lastNumber() + 1;
        String hash = AuditHash.of(
                tenantId,
                number,
                entry.happenedAt(),
                entry.actor(),
                entry.action(),
                entry.object(),
                entry.detail(),
                entry.stateBefore(),
                entry.stateAfter(),
                entry.source(),
                entry.decision(),
                head.lastHash());
        repository.add(
                tenantId,
                number,
                entry.happenedAt(),
                entry.actor(),
                entry.action(),
                entry.object(),
                entry.detail(),
                entry.stateBefore(),
                entry.stateAfter(),
                entry.source(),
                entry.decision(),
                head.lastHash(),
                hash);
        if (repository.moveHead(tenantId, number, hash, head.lastHash()) != 1) {
            throw new IllegalStateException("the audit head of tenant " + tenantId + " moved while it was locked");
        }
    }

    private @Nullable String state(@Nullable Object state) {
        if (state == null) {
            return null;
        }
        return cut(Masking.text(state instanceof String text ? text : json.write(state)), STATE_LIMIT);
    }

    /** Never between the two halves of a character. */
    private static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }
}
