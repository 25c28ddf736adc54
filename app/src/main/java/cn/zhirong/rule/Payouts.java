package cn.zhirong.rule;

import cn.zhirong.kernel.Money;
import java.util.ArrayList;
import java.util.List;

/** Divides what is granted among stages and those who share it. */
final class Payouts {
    private Payouts() {}

    static List<Payout> of(Line line) {
        List<Payout> payouts = new ArrayList<>();
        line.stages().forEach((stage, fen) -> share(line, stage, fen, payouts));
        return payouts;
    }

    /** What does not divide evenly goes to the largest remainders. */
    private static void share(Line line, String stage, long fen, List<Payout> payouts) {
        Benefit benefit = line.benefit();
        if (benefit.shares().isEmpty()) {
            payouts.add(new Payout(benefit.id(), benefit.to(), line.payee(), line.key(), stage, new Money(fen)));
            return;
        }
        List<Long> weights =
                benefit.shares().stream().map(share -> share.rate().ppm()).toList();
        List<Long> parts = Rationing.divide(fen, weights);
        for (int i = 0; i < parts.size(); i++) {
            Beneficiary to = benefit.shares().get(i).to();
            String payee = to == benefit.to() ? line.payee() : "";
            payouts.add(new Payout(benefit.id(), to, payee, line.key(), stage, new Money(parts.get(i))));
        }
    }
}
