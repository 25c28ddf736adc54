package cn.zhirong.subsidy;

import cn.zhirong.kernel.DateRange;
import cn.zhirong.rule.Rule;

/**
 * A version of a programme's rule.
 *
 * @param number from 1, within its programme
 * @param effective the days it was published for; another one that begins later takes its place
 * @param rule as it is evaluated
 */
public record RuleVersion(
        long id,
        long programmeId,
        int number,
        RuleState state,
        DateRange effective,
        Transition transition,
        Rule rule) {}
