package cn.zhirong.drafting;

import cn.zhirong.kernel.DateRange;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a draft is tried.
 *
 * @param day for which both versions are asked
 * @param draft number of the version within its programme
 * @param inForce number of the version it is compared with; null where none holds
 * @param budgetFen null to reckon without
 * @param places null where they are not limited
 * @param windowFrom when one can begin to apply; with {@code windowUntil}, or both null
 * @param supposesJudged whether what only an officer can say is taken for yes
 */
@Serdeable
record TrialSettings(
        Source source,
        LocalDate day,
        int draft,
        @Nullable Integer inForce,
        @Nullable Long budgetFen,
        @Nullable Integer places,
        @Nullable LocalDate windowFrom,
        @Nullable LocalDate windowUntil,
        boolean supposesJudged) {

    /** On whom. */
    enum Source {
        REGISTER("企业库里的全部企业", "家"),
        APPLICATIONS("以往的申请", "件");

        private final String label;
        private final String unit;

        Source(String label, String unit) {
            this.label = label;
            this.unit = unit;
        }

        /** What is counted, in Chinese. */
        String unit() {
            return unit;
        }

        /** In Chinese. */
        String label() {
            return label;
        }
    }

    /** What is shared out; null where no budget was given. */
    @Nullable
    TrialBudget budget() {
        if (budgetFen == null) {
            return null;
        }
        DateRange window = windowFrom == null || windowUntil == null ? null : new DateRange(windowFrom, windowUntil);
        return new TrialBudget(budgetFen, places, window);
    }
}
