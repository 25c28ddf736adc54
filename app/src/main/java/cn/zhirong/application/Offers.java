package cn.zhirong.application;

import cn.zhirong.access.Audit;
import cn.zhirong.access.Person;
import cn.zhirong.application.ApplicationRow.Origin;
import cn.zhirong.enterprise.Enterprises;
import cn.zhirong.enterprise.Profile;
import cn.zhirong.rule.Facts;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * 免申即享 as the bureau does it: it goes through its register and keeps who is eligible with the trace that says so; a second
 * person chooses who is asked. What the firm does with it is {@link OwnOffers}.
 */
@Singleton
class Offers {
    /** Firms on one list; whoever is left is found by the next. */
    static final int MOST = 2_000;

    private final Applications applications;
    private final Enterprises enterprises;
    private final Programmes programmes;
    private final FirmRepository firms;
    private final FirmDesk desk;
    private final Reviews reviews;
    private final Sheets sheets;
    private final Way way;
    private final Audit audit;

    Offers(
            Applications applications,
            Enterprises enterprises,
            Programmes programmes,
            FirmRepository firms,
            FirmDesk desk,
            Reviews reviews,
            Sheets sheets,
            Way way,
            Audit audit) {
        this.applications = applications;
        this.enterprises = enterprises;
        this.programmes = programmes;
        this.firms = firms;
        this.desk = desk;
        this.reviews = reviews;
        this.sheets = sheets;
        this.way = way;
        this.audit = audit;
    }

    /** Programmes for which firms need not apply. */
    List<Programme> automatic(Tenant tenant) {
        return programmes.all(tenant).stream()
                .filter(programme -> programme.content().automatic())
                .toList();
    }

    /** Those that wait on a list, or for their firm. */
    List<ApplicationRow> open(Tenant tenant) {
        return applications.search(tenant, Applications.Asked.in(State.FOUND, State.OFFERED), MOST, 0);
    }

    /**
     * Goes through the register. A firm that applied for the programme this year, is on a list, or did not want it, is passed over.
     *
     * @return how many were found
     * @throws Refusal 422 where the programme is none of these, or has no rule today
     */
    @Transactional
    int find(Tenant tenant, Person person, long programmeId) {
        // Before anything is read: whoever looks at the same time comes after, and sees what this one found.
        firms.lockProgramme(tenant.id(), programmeId).orElseThrow(Refusal::notFound);
        Programme programme = programmes.get(tenant, programmeId);
        RuleVersion version = sheets.inForce(tenant, programme, applications.today())
                .filter(one -> programme.content().automatic())
                .orElseThrow(() -> Refusal.unprocessable(
                        "not-automatic", "“" + programme.title() + "”不是免申即享项目，或者现在没有施行中的规则。"));
        int found = 0;
        long after = 0;
        for (List<Profile> page = enterprises.after(tenant, after);
                !page.isEmpty() && found < MOST;
                page = enterprises.after(tenant, after)) {
            for (Profile firm : page) {
                after = firm.id();
                if (found < MOST && offer(tenant, person.username(), programme, version, firm)) {
                    found++;
                }
            }
        }
        audit.record(
                tenant, person.username(), "application.find", "programme/" + programme.code(), "找到 " + found + " 家");
        return found;
    }

    /** Puts a firm on the list if it is eligible by what the register knows today. */
    boolean offer(Tenant tenant, String by, Programme programme, RuleVersion version, Profile firm) {
        LocalDate today = applications.today();
        Facts facts = desk.known(tenant, firm);
        Sheet sheet = sheets.fresh(tenant, version, firm.id(), facts, today);
        if (!sheet.grants() || isPassedOver(tenant, programme, firm, today.getYear())) {
            return false;
        }
        ApplicationRow row = desk.add(tenant, firm, programme, version, facts, Origin.FOUND, by);
        reviews.name(tenant, row, sheet);
        String words = "按企业库数据核算";
        reviews.keep(tenant, row, ReviewRow.Stage.FIRST, true, sheet, words, by, null);
        applications.write(
                ApplicationEdit.of(row).first(by).amount(sheet.amount().fen()));
        way.opened(tenant, row, by, words);
        return true;
    }

    private boolean isPassedOver(Tenant tenant, Programme programme, Profile firm, int year) {
        return applications.ofFirm(tenant, firm.id()).stream()
                .filter(row -> row.programmeId() == programme.id()
                        && row.openedOn().getYear() == year)
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
     * Asks the firms that were chosen from a list that somebody else made.
     *
     * @param chosen at least one, all of them waiting on this list
     */
    @Transactional
    int release(Tenant tenant, Person person, long programmeId, Set<Long> chosen) {
        programmes.get(tenant, programmeId);
        if (chosen.isEmpty() || chosen.size() > MOST) {
            throw Refusal.badField("offer", "请勾选 1 至 " + MOST + " 家企业，现在勾选了 " + chosen.size() + " 家。");
        }
        for (long id : new TreeSet<>(chosen)) {
            ApplicationRow row = applications.seen(tenant, id);
            if (row.programmeId() != programmeId || !EnumSet.of(State.FOUND).contains(row.state())) {
                throw Refusal.notFound();
            }
            reviews.second(tenant, person, id, "");
        }
        return chosen.size();
    }
}
