package cn.zhirong.application;

import cn.zhirong.access.Person;
import cn.zhirong.enterprise.Profile;
import cn.zhirong.rule.Facts;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;

/** What a firm does with what it was offered: takes it, or says that the figures are wrong and applies itself. */
@Singleton
class OwnOffers {
    private final Applications applications;
    private final NewApplications fresh;
    private final OfferList offers;
    private final Decisions decisions;
    private final Sheets sheets;
    private final Purse purse;
    private final Way way;
    private final PayAccounts accounts;

    OwnOffers(
            Applications applications,
            NewApplications fresh,
            OfferList offers,
            Decisions decisions,
            Sheets sheets,
            Purse purse,
            Way way,
            PayAccounts accounts) {
        this.applications = applications;
        this.fresh = fresh;
        this.offers = offers;
        this.decisions = decisions;
        this.sheets = sheets;
        this.purse = purse;
        this.way = way;
        this.accounts = accounts;
    }

    /**
     * The firm takes it. All is evaluated again by the register, the rule and the grants of today, while the firm is held: what comes
     * to the same amount is reserved, with the trace of today; what does not is called off, and goes on a new list if something is
     * still due.
     *
     * @return the application, approved or withdrawn
     * @throws Refusal 409 after its time, 422 where the budget is not enough or it was paid already
     */
    @Whole
    ApplicationRow confirm(Tenant tenant, Person person, long id, Account account) {
        ApplicationRow row = offered(tenant, person, id);
        ReviewRow decided = purse.decided(tenant, row);
        Programme programme = applications.programme(tenant, row);
        Optional<RuleVersion> version = sheets.inForce(tenant, programme, applications.today());
        version.ifPresent(one -> decisions.holdCaps(tenant, row, one));
        Profile firm = applications.firm(tenant, person);
        Facts facts = fresh.knownToBureau(tenant, firm);
        Sheet sheet = version.map(one -> sheets.fresh(tenant, one, firm.id(), facts, applications.today()))
                .orElse(null);
        if (sheet == null || !sheet.grants() || sheet.amount().fen() != decided.amountFen()) {
            return outdated(tenant, person, row, programme, version, firm);
        }
        if (!Arrays.equals(sheet.trace().bytes(), decided.trace())) {
            String words = "企业确认时按当天的数据和规则重新核算，金额不变";
            String by = decided.decidedBy();
            decisions.keep(tenant, row, ReviewRow.Stage.SECOND, true, sheet, words, by, decided.afterWhom());
        }
        ApplicationEdit edit = ApplicationEdit.of(row)
                .facts(sheets.write(facts))
                .account(accounts.seal(tenant.id(), account))
                .submitted(applications.today());
        decisions.bind(tenant, row, sheet, edit);
        return way.take(tenant, row, edit, Step.CONFIRM, person.username(), "");
    }

    private ApplicationRow outdated(
            Tenant tenant,
            Person person,
            ApplicationRow row,
            Programme programme,
            Optional<RuleVersion> version,
            Profile firm) {
        ApplicationRow after =
                way.take(tenant, row, Step.OUTDATE, person.username(), "企业确认时按当天的数据、规则和已享受的补贴重新核算，结果与名单不同");
        String by = String.valueOf(row.firstBy());
        version.ifPresent(one -> offers.offer(tenant, by, programme, one, firm));
        return after;
    }

    /** The firm says what is wrong and goes on as with any application of its own, from the same figures. */
    @Whole
    ApplicationRow amend(Tenant tenant, Person person, long id, String words) {
        ApplicationRow row = offered(tenant, person, id);
        ApplicationEdit edit = ApplicationEdit.of(row).first(null).undecided();
        return way.take(tenant, row, edit, Step.AMEND, person.username(), words);
    }

    private ApplicationRow offered(Tenant tenant, Person person, long id) {
        applications.own(tenant, person, id);
        ApplicationRow row = applications.lock(tenant, id);
        if (row.state() != State.OFFERED) {
            throw Refusal.conflict("state", "这份申请现在是“" + row.state().firmLabel() + "”，不用确认。请刷新页面。");
        }
        if (applications.terms(tenant).isOver(row.dueOn())) {
            throw Refusal.conflict("late", "确认期限到 " + row.dueOn() + " 为止，已经过期。符合条件的，可以自行申报。");
        }
        return row;
    }
}
