package cn.zhirong.drafting;

import cn.zhirong.subsidy.Transition;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code rule_publication}: a rule for days gone by that waits for one more person. */
@MappedEntity("rule_publication")
record WaitingPublicationRow(
        long tenantId,
        @Id long ruleId,
        int revision,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        Transition transition,
        String note,
        String askedBy,
        Instant askedAt) {}
