package cn.zhirong.knowledge;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code passage_correction}; {@code pieces} is a list of {@link PassageCorrection.Piece} as JSON. */
@MappedEntity("passage_correction")
record PassageCorrectionRow(
        long tenantId,
        long policyId,
        @Id String passageKey,
        String pieces,
        boolean switchedOff,
        String reason,
        String changedBy,
        Instant changedAt) {}
