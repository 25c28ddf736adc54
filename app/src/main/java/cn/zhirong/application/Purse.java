package cn.zhirong.application;

import cn.zhirong.application.PaymentRow.Outcome;
import cn.zhirong.database.Json;
import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Payment;
import cn.zhirong.rule.Payout;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.Trace;
import cn.zhirong.subsidy.Grants;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an approval binds: money in the budget, the things it is for, and the grant that caps and ladders look at; and how that is
 * set free again. Always in the order application, firm, things, budget, so that nobody waits in a circle.
 */
@Singleton
class Purse {
    private final Reservations budgets;
    private final ThingRepository things;
    private final ReviewRepository reviews;
    private final PaymentRepository payments;
    private final Programmes programmes;
    private final Grants grants;
    private final Json json;

    Purse(
            Reservations budgets,
            ThingRepository things,
            ReviewRepository reviews,
            PaymentRepository payments,
            Programmes programmes,
            Grants grants,
            Json json) {
        this.budgets = budgets;
        this.things = things;
        this.reviews = reviews;
        this.payments = payments;
        this.programmes = programmes;
        this.grants = grants;
        this.json = json;
    }

    /**
     * Binds what is granted.
     *
     * @param sheet what it rests on: a grant counts for the year that was asked, so that the next one sees it under the same cap
     * @param year of the budget it is reserved in
     * @throws Refusal 422 where the budget is not enough, or a thing was paid for already
     */
    void bind(Tenant tenant, Programme programme, ApplicationRow row, Sheet sheet, int year) {
        Rule rule = sheet.version().rule();
        List<Payout> payouts = sheet.payouts();
        Set<String> paidFor = Things.paidFor(programme, row, rule, payouts);
        for (ThingRow thing : things.of(tenant.id(), row.key())) {
            if (paidFor.contains(thing.thing())) {
                hold(tenant, programme, thing);
            }
        }
        long fen = payouts.stream().mapToLong(payout -> payout.amount().fen()).reduce(0, Math::addExact);
        budgets.reserve(tenant, programme, year, fen);
        int asked = sheet.evaluation().asked().getYear();
        for (Payout payout : payouts) {
            grants.add(tenant, row.enterpriseId(), payout.granted(rule.id(), rule.groups(), asked), row.object());
        }
    }

    /** All that was paid came back: what it was for may be asked for again. */
    void freeThings(Tenant tenant, ApplicationRow row) {
        things.free(tenant.id(), row.key());
    }

    /** Sets free what is not paid yet, and takes back the grant of it. */
    void free(Tenant tenant, Programme programme, ApplicationRow row) {
        long paid = payments.paid(tenant.id(), row.key());
        if (row.budgetYear() != null) {
            budgets.release(tenant, programme, row.budgetYear(), row.fen() - paid);
        }
        if (paid == 0) {
            things.free(tenant.id(), row.key());
        }
        Map<String, Long> left = new LinkedHashMap<>();
        payouts(decided(tenant, row))
                .forEach(payout ->
                        left.merge(Payees.name(row, payout), payout.amount().fen(), Math::addExact));
        payments.ofApplication(tenant.id(), row.key()).stream()
                .filter(payment -> payment.state() == Outcome.PAID)
                .forEach(payment -> left.merge(payment.payee(), -payment.amountFen(), Math::addExact));
        left.forEach((payee, fen) -> takeBack(tenant, row, payee, fen));
    }

    /** Money paid to somebody came back: the grant of so much of it is taken back too, the last first. */
    void takeBack(Tenant tenant, ApplicationRow row, String payee, long fen) {
        ReviewRow review = decided(tenant, row);
        Rule rule = programmes
                .version(tenant, review.ruleId())
                .map(RuleVersion::rule)
                .orElseThrow(Refusal::notFound);
        int year = Trace.read(review.trace()).asked().getYear();
        long left = fen;
        for (Payout payout : payouts(review).reversed()) {
            long part = Payees.name(row, payout).equals(payee)
                    ? Math.min(left, payout.amount().fen())
                    : 0;
            if (part > 0) {
                Payment back = new Payout(
                                payout.benefit(),
                                payout.to(),
                                payout.payee(),
                                payout.key(),
                                payout.stage(),
                                new Money(-part))
                        .granted(rule.id(), rule.groups(), year);
                grants.add(tenant, row.enterpriseId(), back, row.object());
                left -= part;
            }
        }
    }

    /** The last review that granted something. */
    ReviewRow decided(Tenant tenant, ApplicationRow row) {
        return reviews.newestFirst(tenant.id(), row.key()).stream()
                .filter(ReviewRow::passed)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(row.object() + " was never approved"));
    }

    List<Payout> payouts(ReviewRow review) {
        return json.readList(review.payouts(), PayoutLine.class).stream()
                .map(PayoutLine::payout)
                .toList();
    }

    private void hold(Tenant tenant, Programme programme, ThingRow thing) {
        try {
            things.hold(
                    tenant.id(),
                    thing.applicationId(),
                    thing.thing(),
                    programme.kind().name());
        } catch (DataAccessException refused) {
            if (!isTaken(refused)) {
                throw refused;
            }
            throw Refusal.unprocessable(
                    "double-benefit", "“" + Things.words(thing.thing()) + "”已经由另一份申请享受同类补贴，不能重复享受。没有登记任何结果。");
        }
    }

    private static boolean isTaken(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLIntegrityConstraintViolationException) {
                return true;
            }
        }
        return false;
    }
}
