package cn.zhirong.drafting;

import cn.zhirong.subsidy.RationingWay;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a trial, as it is kept with the draft. Amounts are fen.
 *
 * @param before of the version in force; null where there is none
 * @param changes by {@link TrialChange}, without those who get nothing either way; empty where nothing is in force
 * @param hurdles which conditions of the draft are not met, the most frequent first
 * @param missing which facts are not known of those that are open, the most frequent first
 * @param rationings empty where no budget was given
 * @param curve what the first so many of those that get something ask together, in the order of applying: from 0 to all of them in
 *     even steps
 */
@Serdeable
public record TrialResult(
        Side draft,
        @Nullable Side before,
        List<Change> changes,
        List<Hurdle> hurdles,
        List<Missing> missing,
        List<Rationed> rationings,
        List<Long> curve) {
    public TrialResult {
        changes = List.copyOf(changes);
        hurdles = List.copyOf(hurdles);
        missing = List.copyOf(missing);
        rationings = List.copyOf(rationings);
        curve = List.copyOf(curve);
    }

    /**
     * One version, for all firms.
     *
     * @param classes how many firms there are of each class
     * @param possibleFirms of those that are open, how many have a thinkable amount
     * @param possibleFen what they would get together if all that is open were decided well
     * @param medianFen of those that get something: as many get less as get more
     */
    @Serdeable
    public record Side(
            int firms,
            Map<TrialClass, Integer> classes,
            long totalFen,
            int possibleFirms,
            long possibleFen,
            long medianFen,
            long mostFen,
            List<Bracket> brackets) {
        /** How many firms are of a class. */
        public int count(TrialClass of) {
            return classes.getOrDefault(of, 0);
        }
    }

    /** The firms that get an amount of this size, and what they get together. */
    @Serdeable
    public record Bracket(String label, int firms, long fen) {}

    /** How many firms a change concerns, and how much they get more (or less) together. */
    @Serdeable
    public record Change(TrialChange change, int firms, long differenceFen) {}

    /**
     * A condition that firms do not meet.
     *
     * @param clause the path of what asks for it; empty where several do
     * @param alone how many firms are kept out by it alone
     */
    @Serdeable
    public record Hurdle(String words, String clause, int firms, int alone) {}

    /** A fact that is not known of so many firms whose verdict is open. */
    @Serdeable
    public record Missing(String label, int firms) {}

    /**
     * What a budget leaves.
     *
     * @param possible false where the way cannot be reckoned, for the reason in {@code note}
     * @param full firms that get all they ask
     * @param reduced firms that get a part
     * @param none firms that get nothing of what they are eligible for
     * @param usedUpAt the place, from 1, of the firm at which the budget (or the places) were used up; null when it lasts
     * @param usedUpOn the day on which that firm applies, where days are known or supposed
     * @param share of what is asked that is granted, in millionths
     */
    @Serdeable
    public record Rationed(
            RationingWay way,
            boolean possible,
            String note,
            int full,
            int reduced,
            int none,
            long grantedFen,
            long leftFen,
            @Nullable Integer usedUpAt,
            @Nullable LocalDate usedUpOn,
            long share) {}
}
