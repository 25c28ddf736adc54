package cn.zhirong.rule;

import cn.zhirong.kernel.Money;
import java.util.Set;

/**
 * Who gets how much for what.
 *
 * @param payee the institution's code; empty for the firm or when it is not known
 * @param key the record it is for; empty for the firm
 * @param stage of a ladder; empty for none
 */
public record Payout(String benefit, Beneficiary to, String payee, String key, String stage, Money amount) {
    /** How it is remembered once it is granted, so that caps, ladders and "not twice" find it. */
    public Payment granted(String rule, Set<String> groups, int year) {
        return new Payment(rule, benefit, groups, to, payee, key, stage, year, amount.fen());
    }
}
