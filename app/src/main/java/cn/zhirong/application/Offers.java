package cn.zhirong.application;

import cn.zhirong.access.Audit;
import cn.zhirong.access.Person;
import cn.zhirong.enterprise.Enterprises;
import cn.zhirong.enterprise.Profile;
import cn.zhirong.rule.Evaluation;
import cn.zhirong.rule.Facts;
import cn.zhirong.subsidy.Calculator;
import cn.zhirong.subsidy.Grants;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 免申即享: the bureau goes through its register, keeps who is eligible with the trace that says so, a second person releases the
 * list, and each firm confirms in one step.
 */
@Singleton
class Offers {
    /** Firms on one list; whoever is left is found by the next. */
    static final int MOST = 2_000;

    private final Applications applications;
    private final Enterprises enterprises;
    private final Programmes programmes;
    private final Calculator calculator;
    private final Grants grants;
    private final FirmDesk firms;
    private final Reviews reviews;
    private final ThingRepository things;
    private final Sheets sheets;
    private final Way way;
    private final Audit audit;

    Offers(
            Applications applications,
            Enterprises enterprises,
            Programmes programmes,
            Calculator calculator,
            Grants grants,
            FirmDesk firms,
            Reviews reviews,
            ThingRepository things,
            Sheets sheets,
            Way way,
            Audit audit) {
        this.applications = applications;
        this.enterprises = enterprises;
        this.programmes = programmes;
        this.calculator = calculator;
        this.grants = grants;
        this.firms = firms;
        this.reviews = reviews;
        this.things = things;
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
     * Goes through the register. A firm that applied for the programme this year, or is on a list, is passed over.
     *
     * @return how many were found
     * @throws Refusal 422 where the programme is none of these, or has no rule today
     */
    @Transactional
    int find(Tenant tenant, Person person, long programmeId) {
        Programme programme = programmes.get(tenant, programmeId);
        LocalDate today = applications.today();
        Optional<RuleVersion> version = programmes
                .inForce(tenant, programme, today)
                .filter(one -> !one.rule().basis().draftForComment());
        if (!programme.content().automatic() || version.isEmpty()) {
            throw Refusal.unprocessable("not-automatic", "“" + programme.title() + "”不是免申即享项目，或者现在没有施行中的规则。");
        }
        int found = 0;
        long after = 0;
        for (List<Profile> page = enterprises.after(tenant, after);
                !page.isEmpty() && found < MOST;
                page = enterprises.after(tenant, after)) {
            for (Profile firm : page) {
                after = firm.id();
                if (found < MOST && offer(tenant, person, programme, version.get(), firm)) {
                    found++;
                }
            }
        }
        audit.record(
                tenant, person.username(), "application.find", "programme/" + programme.code(), "找到 " + found + " 家");
        return found;
    }

    private boolean offer(Tenant tenant, Person person, Programme programme, RuleVersion version, Profile firm) {
        LocalDate today = applications.today();
        Facts facts = firms.known(tenant, firm);
        Evaluation evaluation = calculator.evaluate(tenant, version.rule(), facts, today, grants.of(tenant, firm.id()));
        if (evaluation.payable().filter(money -> money.fen() > 0).isEmpty()
                || isThere(tenant, programme, firm, today.getYear())) {
            return false;
        }
        ApplicationRow row =
                firms.add(tenant, firm, programme, version, facts, ApplicationRow.Origin.FOUND, person.username());
        Sheet sheet = sheets.sheet(tenant, row, Findings.none(today));
        if (!sheet.grants()) {
            throw new IllegalStateException(firm.name() + " is eligible and is not");
        }
        Things.of(version.rule(), facts)
                .forEach(thing -> things.save(new ThingRow(null, tenant.id(), row.key(), thing, null)));
        String words = "按企业库数据核算";
        reviews.keep(tenant, row, ReviewRow.Stage.FIRST, true, sheet, words, person.username(), null);
        applications.write(ApplicationEdit.of(row)
                .first(person.username())
                .amount(sheet.amount().fen()));
        way.opened(tenant, row, person.username(), words);
        return true;
    }

    private boolean isThere(Tenant tenant, Programme programme, Profile firm, int year) {
        return applications.ofFirm(tenant, firm.id()).stream()
                .anyMatch(row -> row.programmeId() == programme.id()
                        && row.openedOn().getYear() == year
                        && row.state() != State.WITHDRAWN
                        && row.state() != State.DRAFT);
    }

    /** Sends out a list that somebody else made: the firms are asked. */
    @Transactional
    int release(Tenant tenant, Person person, long programmeId) {
        List<ApplicationRow> found = applications.search(
                tenant, new Applications.Asked(Set.of(State.FOUND), "", programmeId, 0, 0), MOST, 0);
        for (ApplicationRow row : found) {
            reviews.second(tenant, person, row.key(), "");
        }
        return found.size();
    }
}
