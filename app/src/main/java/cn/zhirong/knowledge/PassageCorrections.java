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

    /** Those of one version. */
    List<PassageCorrection> of(Tenant shelf, long versionId) {
        return repository.of(shelf.id(), versionId).stream()
                .map(this::correction)
                .toList();
    }

    /** How many there are, by version. */
    Map<Long, Long> counts(Tenant shelf) {
        return repository.ofTenant(shelf.id()).stream()
                .collect(Collectors.groupingBy(PassageCorrectionRow::versionId, Collectors.counting()));
    }

    /** Who changed a passage last, by its id. */
    Map<String, String> changedBy(Tenant shelf, long versionId) {
        return repository.of(shelf.id(), versionId).stream()
                .collect(Collectors.toMap(PassageCorrectionRow::passageId, PassageCorrectionRow::changedBy));
    }

    /** Puts a correction in the place of the one before. */
    @Transactional
    void put(Tenant shelf, String actor, long versionId, PassageCorrection correction, String detail) {
        tenants.lock(shelf);
        repository.remove(shelf.id(), versionId, correction.passageId());
        repository.add(
                shelf.id(),
                versionId,
                correction.passageId(),
                json.write(correction.pieces()),
                correction.switchedOff(),
                correction.reason(),
                actor,
                clock.instant());
        outbox.again(shelf, versionId);
        audit.record(shelf, actor, "passage.correct", object(versionId, correction.passageId()), detail);
    }

    /** Lets a passage stand as it is cut. */
    @Transactional
    void remove(Tenant shelf, String actor, long versionId, String passageId) {
        tenants.lock(shelf);
        if (repository.remove(shelf.id(), versionId, passageId) > 0) {
            outbox.again(shelf, versionId);
            audit.record(shelf, actor, "passage.restore", object(versionId, passageId), "");
        }
    }

    private static String object(long versionId, String passageId) {
        return "version/" + versionId + "/passage/" + passageId;
    }

    private PassageCorrection correction(PassageCorrectionRow row) {
        return new PassageCorrection(
                row.passageId(),
                json.readList(row.pieces(), PassageCorrection.Piece.class),
                row.switchedOff(),
                row.reason());
    }
}
