package cn.zhirong.enterprise;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of {@code enterprise_item}. */
@MappedEntity("enterprise_item")
record ItemRow(
        @Id long id,
        long tenantId,
        long enterpriseId,
        String kind,
        String number,
        String title,
        @Nullable LocalDate filedOn,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        String status,
        String parties,
        @Nullable Long amountFen,
        @Nullable Long ipAmountFen,
        @Nullable Long interestFen,
        @Nullable Long ratePpm,
        String pledge,
        @Nullable LocalDate registeredOn,
        @Nullable LocalDate settledOn,
        String secondParty,
        String belongsTo,
        @Nullable Boolean subsidised,
        FactSource source,
        LocalDate asOf,
        String evidence,
        FactState state,
        String enteredBy,
        Instant enteredAt,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        String answer) {

    /** Empty for a kind that this version does not know. */
    Optional<Item> item() {
        return ItemKind.of(kind)
                .map(known -> new Item(
                        id,
                        known,
                        number,
                        title,
                        filedOn,
                        beginsOn,
                        endsOn,
                        status,
                        parties,
                        amountFen,
                        !known.group().hasTerms()
                                ? ItemTerms.NONE
                                : new ItemTerms(
                                        ipAmountFen,
                                        interestFen,
                                        ratePpm,
                                        pledge,
                                        registeredOn,
                                        settledOn,
                                        secondParty,
                                        belongsTo,
                                        subsidised),
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
