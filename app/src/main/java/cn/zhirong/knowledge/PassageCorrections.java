package cn.zhirong.knowledge;

import cn.zhirong.access.Audit;
import cn.zhirong.database.Json;
import cn.zhirong.policy.PolicyOutbox;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Corrections of passages, kept in the database. Each change goes to the index by the outbox, as a publication does, and a
 * rebuild reads them again.
 */
@Singleton
class PassageCorrections {
    private final PassageCorrectionRepository repository;
    private final PolicyOutbox outbox;
    private final Tenants tenants;
    private final Audit audit;
    private final Json json;
    private final Clock clock;

    PassageCorrections(
            PassageCorrectionRepository repository,
            PolicyOutbox outbox,
            Tenants tenants,
            Audit audit,
            Json json,
            Clock clock) {
        this.repository = repository;
        this.outbox = outbox;
        this.tenants = tenants;
        this.audit = audit;
        this.json = json;
        // Instants as the database keeps them, so that what was written equals what is read.
        this.clock = Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
    }

    /** Those of one policy, whichever of its versions says the words. */
    List<PassageCorrection> of(Tenant shelf, long policyId) {
        return repository.of(shelf.id(), policyId).stream()
                .map(this::correction)
                .toList();
    }

    /** How many there are, by policy. */
    Map<Long, Long> counts(Tenant shelf) {
        return repository.ofTenant(shelf.id()).stream()
                .collect(Collectors.groupingBy(PassageCorrectionRow::policyId, Collectors.counting()));
    }

    /** Who changed a passage last, by its key. */
    Map<String, String> changedBy(Tenant shelf, long policyId) {
        return repository.of(shelf.id(), policyId).stream()
                .collect(Collectors.toMap(PassageCorrectionRow::passageKey, PassageCorrectionRow::changedBy));
    }

    /** Puts a correction in the place of the one before. */
    @Transactional
    void put(Tenant shelf, String actor, long policyId, PassageCorrection correction, String detail) {
        tenants.lock(shelf);
        repository.remove(shelf.id(), policyId, correction.passageKey());
        repository.add(
                shelf.id(),
                policyId,
                correction.passageKey(),
                json.write(correction.pieces()),
                correction.switchedOff(),
                correction.reason(),
                actor,
                clock.instant());
        outbox.again(shelf, policyId);
        audit.record(shelf, actor, "passage.correct", object(policyId, correction.passageKey()), detail);
    }

    /** Lets a passage stand as it is cut. */
    @Transactional
    void remove(Tenant shelf, String actor, long policyId, String passageKey) {
        tenants.lock(shelf);
        if (repository.remove(shelf.id(), policyId, passageKey) > 0) {
            outbox.again(shelf, policyId);
            audit.record(shelf, actor, "passage.restore", object(policyId, passageKey), "");
        }
    }

    private static String object(long policyId, String passageKey) {
        return "policy/" + policyId + "/passage/" + passageKey;
    }

    private PassageCorrection correction(PassageCorrectionRow row) {
        return new PassageCorrection(
                row.passageKey(),
                json.readList(row.pieces(), PassageCorrection.Piece.class),
                row.switchedOff(),
                row.reason());
    }
}
