package cn.zhirong.enterprise;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of {@code enterprise_fact}. */
@MappedEntity("enterprise_fact")
record FactRow(
        @Id long id,
        long tenantId,
        long enterpriseId,
        String field,
        int year,
        @Nullable Long numberValue,
        @Nullable String textValue,
        @Nullable LocalDate dayValue,
        FactSource source,
        LocalDate asOf,
        String evidence,
        FactState state,
        String enteredBy,
        Instant enteredAt,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        String answer) {

    /** Empty for a field that this version does not know. */
    Optional<Fact> fact() {
        return FactField.of(field)
                .map(known -> new Fact(
                        id,
                        known,
                        year,
                        new FactValue(numberValue, textValue, dayValue),
                        source,
                        asOf,
                        evidence,
                        state,
                        enteredBy,
                        enteredAt,
                        answeredBy,
                        answeredAt,
                        answer));
    }
}
