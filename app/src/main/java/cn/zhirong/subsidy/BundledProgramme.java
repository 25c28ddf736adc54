package cn.zhirong.subsidy;

import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A programme as a folder of {@code tenants/<slug>/subsidies} says it.
 *
 * @param versions in the order in which they take effect
 * @param budgets by year
 * @param cases what the newest rules must come to
 */
public record BundledProgramme(
        String code,
        String title,
        ProgrammeKind kind,
        String policy,
        ProgrammeContent content,
        List<Version> versions,
        SortedMap<Integer, Money> budgets,
        List<Case> cases) {
    public BundledProgramme {
        versions = List.copyOf(versions);
        cases = List.copyOf(cases);
    }

    /** A version of its rule with the text it was read from. */
    public record Version(Rule rule, String text) {}

    /**
     * A firm on a day, and what it must come to.
     *
     * @param verdict {@code eligible}, {@code ineligible}, {@code unknown} or {@code judgement}; empty where no rule holds
     * @param amount what is granted for certain, or null where nothing is
     */
    public record Case(
            String name,
            LocalDate asked,
            Facts facts,
            String verdict,
            @Nullable Money amount) {}
}
