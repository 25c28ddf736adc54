package cn.zhirong.drafting;

import cn.zhirong.rule.Verdict;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code rule_case}. */
@MappedEntity("rule_case")
record RuleCaseRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        long ruleId,
        String name,
        LocalDate askedOn,
        String facts,
        Verdict expected,
        @Nullable Long expectedFen,
        String changedBy,
        Instant changedAt) {
    long key() {
        return Objects.requireNonNull(id);
    }
}
