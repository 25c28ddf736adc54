package cn.zhirong.drafting;

import cn.zhirong.kernel.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * What there is to be shared out.
 *
 * @param fen the budget
 * @param places how many may get it; null where places are not limited
 * @param window when one can apply: firms without a day of filing are supposed to come evenly in it; null to suppose nothing
 */
record TrialBudget(
        long fen, @Nullable Integer places, @Nullable DateRange window) {}
