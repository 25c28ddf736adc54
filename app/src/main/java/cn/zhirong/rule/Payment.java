package cn.zhirong.rule;

import java.util.Set;

/**
 * What was already granted, here or by another government: the past that caps, ladders and "not twice" look at.
 *
 * @param rule the rule it was granted under; of another government, the name that relations know it by
 * @param benefit the benefit within the rule
 * @param groups the groups whose combined caps it counts towards
 * @param payee the institution's code, or empty for the firm asked about
 * @param key the loan, invoice or event it was paid for; empty for none
 * @param stage of a ladder; empty for none
 * @param year it counts for
 * @param fen negative when it came back
 */
public record Payment(
        String rule,
        String benefit,
        Set<String> groups,
        Beneficiary to,
        String payee,
        String key,
        String stage,
        int year,
        long fen) {
    public Payment {
        groups = Set.copyOf(groups);
    }
}
