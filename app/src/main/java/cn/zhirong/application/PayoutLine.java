package cn.zhirong.application;

import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Beneficiary;
import cn.zhirong.rule.Payout;
import io.micronaut.serde.annotation.Serdeable;

/** A {@link Payout} as it is kept with a decision. */
@Serdeable
record PayoutLine(String benefit, Beneficiary to, String payee, String key, String stage, long fen) {
    static PayoutLine of(Payout payout) {
        return new PayoutLine(
                payout.benefit(),
                payout.to(),
                payout.payee(),
                payout.key(),
                payout.stage(),
                payout.amount().fen());
    }

    Payout payout() {
        return new Payout(benefit, to, payee, key, stage, new Money(fen));
    }
}
