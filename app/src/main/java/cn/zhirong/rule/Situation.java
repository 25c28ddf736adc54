package cn.zhirong.rule;

import java.time.LocalDate;
import java.util.List;

/**
 * All that an evaluation depends on, besides the rule.
 *
 * @param asked the day in Asia/Shanghai for which the answer holds
 * @param paid what was already granted to this firm, and to institutions where a rule's caps are theirs
 */
public record Situation(Facts facts, LocalDate asked, Parameters parameters, List<Payment> paid) {
    public Situation {
        paid = List.copyOf(paid);
    }

    /** The same with other facts. */
    public Situation with(Facts others) {
        return new Situation(others, asked, parameters, paid);
    }
}
