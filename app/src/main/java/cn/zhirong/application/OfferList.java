package cn.zhirong.application;

import cn.zhirong.access.Audit;
import cn.zhirong.access.Person;
import cn.zhirong.application.ApplicationRow.Origin;
import cn.zhirong.enterprise.Profile;
import cn.zhirong.rule.Facts;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** Single firms on lists of 免申即享: each comes and goes in a transaction of its own, so that one keeps no other waiting. */
@Singleton
class OfferList {
    private final Applications applications;
    private final FirmRepository firms;
    private final NewApplications fresh;
    private final Reviews reviews;
    private final Decisions decisions;
    private final Sheets sheets;
    private final Way way;
    private final Audit audit;

    OfferList(
            Applications applications,
            FirmRepository firms,
            NewApplications fresh,
            Reviews reviews,
            Decisions decisions,
            Sheets sheets,
            Way way,
            Audit audit) {
        this.applications = applications;
        this.firms = firms;
        this.fresh = fresh;
        this.reviews = reviews;
        this.decisions = decisions;
        this.sheets = sheets;
        this.way = way;
        this.audit = audit;
    }

    /** Puts a firm on the list if it is eligible by what the bureau knows today, and nothing of this year stands in the way. */
    @Whole
    boolean offer(Tenant tenant, String by, Programme programme, RuleVersion version, Profile firm) {
        LocalDate today = applications.today();
        Facts facts = fresh.knownToBureau(tenant, firm);
        Sheet sheet = sheets.fresh(tenant, version, firm.id(), facts, today);
        if (!sheet.grants()) {
            return false;
        }
        // Whoever looks at the same firm at the same time comes after, and sees it on the list.
        firms.lock(tenant.id(), firm.id());
        if (isPassedOver(tenant, programme, firm, today.getYear())) {
            return false;
        }
        ApplicationRow row = fresh.add(tenant, firm, programme, version, facts, Origin.FOUND, by);
        decisions.name(tenant, row, sheet);
        String words = "按企业库数据核算";
        decisions.keep(tenant, row, ReviewRow.Stage.FIRST, true, sheet, words, by, null);
        applications.write(
                ApplicationEdit.of(row).first(by).amount(sheet.amount().fen()));
        way.opened(tenant, row, by, words);
        return true;
    }

    private boolean isPassedOver(Tenant tenant, Programme programme, Profile firm, int year) {
        return applications.ofFirm(tenant, firm.id()).stream()
                .filter(row ->
                        row.programmeId() == programme.id() && row.openedOn().getYear() == year)
                .anyMatch(row -> switch (row.state()) {
                    case DRAFT -> row.origin() == Origin.FOUND;
                    // It said itself that it does not want it: what the bureau took off its list may be found again.
                    case WITHDRAWN ->
                        row.origin() == Origin.FOUND
                                && way.events(tenant, row.key()).stream()
                                        .anyMatch(event -> event.step().equals(Step.WITHDRAW.name()));
                    default -> true;
                });
    }

    /**
     * Asks one firm.
     *
     * @return false where what it gets is another sum by now: it is taken off the list, and may be found again
     */
    @Whole
    boolean release(Tenant tenant, Person person, long id) {
        ApplicationRow row = applications.lock(tenant, id);
        if (row.state() == State.FOUND && !reviews.stands(tenant, row)) {
            way.take(tenant, row, Step.DROP, person.username(), "列入名单之后事实、规则或者已享受的补贴有了变化");
            return false;
        }
        reviews.second(tenant, person, id, "");
        return true;
    }

    /** One of a list that waits to be sent out. */
    ApplicationRow waiting(Tenant tenant, long programme, long id) {
        ApplicationRow row = applications.seen(tenant, id);
        if (row.programmeId() != programme || row.state() != State.FOUND) {
            throw Refusal.notFound();
        }
        return row;
    }

    @Whole
    void found(Tenant tenant, Person person, Programme programme, int count) {
        audit.record(
                tenant, person.username(), "application.find", "programme/" + programme.code(), "找到 " + count + " 家");
    }
}
