package cn.zhirong.enterprise;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What loans, fees and events have beside what every entry has; empty or null where it is not known.
 *
 * @param ipAmountFen of a loan the part that rests on intellectual property
 * @param interestFen paid on a loan; of an issue what it cost
 * @param ratePpm the yearly rate of a loan, the tax rate of an invoice
 * @param pledge words of {@link ItemGroup#PLEDGES}, or {@link ItemGroup#NO_PLEDGE}
 * @param registeredOn the day the pledge was registered
 * @param settledOn the day a loan was paid back
 * @param secondParty the guarantor of a loan, who paid an invoice
 * @param belongsTo the number of the loan or of the issue for which a fee was paid
 * @param subsidised whether other public money subsidised it
 */
public record ItemTerms(
        @Nullable Long ipAmountFen,
        @Nullable Long interestFen,
        @Nullable Long ratePpm,
        String pledge,
        @Nullable LocalDate registeredOn,
        @Nullable LocalDate settledOn,
        String secondParty,
        String belongsTo,
        @Nullable Boolean subsidised) {
    /** Of entries that have no more than all have. */
    public static final ItemTerms NONE = new ItemTerms(null, null, null, "", null, null, "", "", null);
}
