package cn.zhirong.drafting;

import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Payment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A firm on which a draft is tried.
 *
 * @param id its number in the register
 * @param paid what was granted to it
 * @param filedAt when it applied, complete; null where only the register is asked: such a firm comes in the order of the register
 */
public record TrialFirm(
        long id, Facts facts, List<Payment> paid, @Nullable Instant filedAt) {
    public TrialFirm {
        paid = List.copyOf(paid);
    }
}
