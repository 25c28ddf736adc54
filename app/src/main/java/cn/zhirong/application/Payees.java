package cn.zhirong.application;

import cn.zhirong.application.PaymentRow.Outcome;
import cn.zhirong.rule.Beneficiary;
import cn.zhirong.rule.Payout;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is paid how much for an application: the firm its part, an institution its own. */
@Singleton
class Payees {
    private final PaymentRepository payments;
    private final Purse purse;

    Payees(PaymentRepository payments, Purse purse) {
        this.payments = payments;
        this.purse = purse;
    }

    /**
     * One who is to be paid.
     *
     * @param account as {@link PayAccounts} seals it; empty where it is not known
     */
    record Due(long application, String name, String account, long fen) {}

    /** As the bank, the notice and the pages name them: the firm by its name, an institution by what it is and its own. */
    static String name(ApplicationRow row, Payout payout) {
        if (payout.to() == Beneficiary.ENTERPRISE) {
            return row.firm();
        }
        return payout.to().label() + (payout.payee().isEmpty() ? "" : "：" + payout.payee());
    }

    /** What is left to be paid; an institution that was paid before is paid to the same account, unless another one is said. */
    List<Due> due(Tenant tenant, ApplicationRow row) {
        Map<String, Long> left = new LinkedHashMap<>();
        Map<String, String> accounts = new LinkedHashMap<>();
        for (Payout payout : purse.payouts(purse.decided(tenant, row))) {
            String name = name(row, payout);
            left.merge(name, payout.amount().fen(), Math::addExact);
            accounts.computeIfAbsent(name, key -> account(tenant, row, payout));
        }
        paid(tenant, row).forEach((name, fen) -> left.merge(name, -fen, Math::addExact));
        return left.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry ->
                        new Due(row.key(), entry.getKey(), accounts.getOrDefault(entry.getKey(), ""), entry.getValue()))
                .toList();
    }

    /** What arrived so far, by whom it was paid to, in the order of the payments. */
    Map<String, Long> paid(Tenant tenant, ApplicationRow row) {
        Map<String, Long> paid = new LinkedHashMap<>();
        for (PaymentRow payment : payments.ofApplication(tenant.id(), row.key())) {
            if (payment.state() == Outcome.PAID) {
                paid.merge(payment.payee(), payment.amountFen(), Math::addExact);
            }
        }
        return paid;
    }

    /** Only where money arrived before; an institution without a name of its own could be any. */
    private String account(Tenant tenant, ApplicationRow row, Payout payout) {
        if (payout.to() == Beneficiary.ENTERPRISE) {
            return row.account();
        }
        return payout.payee().isEmpty()
                ? ""
                : payments.accountsOf(tenant.id(), name(row, payout)).stream()
                        .findFirst()
                        .orElse("");
    }
}
