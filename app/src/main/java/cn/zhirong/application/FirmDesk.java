package cn.zhirong.application;

import cn.zhirong.access.Audit;
import cn.zhirong.access.AuditedChange;
import cn.zhirong.access.Person;
import cn.zhirong.access.Secrets;
import cn.zhirong.enterprise.Profile;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.Facts;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What a firm does with its applications. */
@Singleton
class FirmDesk {
    /** Applications that one firm may have begun and not handed in. */
    static final int MOST_DRAFTS = 20;

    private final Applications applications;
    private final Programmes programmes;
    private final Sheets sheets;
    private final FirmRepository firms;
    private final NewApplications fresh;
    private final Way way;
    private final Audit audit;
    private final PayAccounts accounts;

    FirmDesk(
            Applications applications,
            Programmes programmes,
            Sheets sheets,
            FirmRepository firms,
            NewApplications fresh,
            Way way,
            Audit audit,
            PayAccounts accounts) {
        this.applications = applications;
        this.programmes = programmes;
        this.sheets = sheets;
        this.firms = firms;
        this.fresh = fresh;
        this.way = way;
        this.audit = audit;
        this.accounts = accounts;
    }

    /** All of one's own firm, what it has to act on first, then the newest. */
    List<ApplicationRow> own(Tenant tenant, Person person) {
        return applications.ofFirm(tenant, applications.firm(tenant, person).id()).stream()
                .filter(row -> row.state() != State.FOUND)
                .sorted((one, other) -> Boolean.compare(
                        other.state().turn() == State.Turn.FIRM, one.state().turn() == State.Turn.FIRM))
                .toList();
    }

    /**
     * Begins an application under the version in force today, with what the register knows; one that was begun and not handed in is
     * gone on with.
     *
     * @throws Refusal 422 where one cannot apply today
     */
    @Whole
    ApplicationRow open(Tenant tenant, Person person, String code) {
        Profile firm = applications.firm(tenant, person);
        Programme programme = programmes.find(tenant, code).orElseThrow(Refusal::notFound);
        // Whoever presses twice comes after, and goes on with what the first one began.
        firms.lock(tenant.id(), firm.id());
        List<ApplicationRow> begun = applications.ofFirm(tenant, firm.id()).stream()
                .filter(row -> row.state() == State.DRAFT)
                .toList();
        Optional<ApplicationRow> same = begun.stream()
                .filter(row -> row.programmeId() == programme.id())
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        if (programme.content().automatic()) {
            // Offered, on its way or paid this year: there is no second one beside it.
            Optional<ApplicationRow> there = applications.ofFirm(tenant, firm.id()).stream()
                    .filter(row -> row.programmeId() == programme.id()
                            && row.openedOn().getYear() == applications.today().getYear()
                            && !EnumSet.of(State.FOUND, State.WITHDRAWN, State.REFUSED, State.FINAL)
                                    .contains(row.state()))
                    .findFirst();
            if (there.isPresent()) {
                return there.get();
            }
        }
        if (begun.size() >= MOST_DRAFTS) {
            throw Refusal.unprocessable("drafts", "已有 " + MOST_DRAFTS + " 份申报没有提交。请先提交或者撤回其中的几份。");
        }
        LocalDate today = applications.today();
        if (!programme.content().isOpen(today)) {
            throw Refusal.unprocessable("closed", "“" + programme.title() + "”今天不受理申报，请看项目页面上的申报时间。");
        }
        RuleVersion version = programmes
                .inForce(tenant, programme, today)
                .filter(one -> !one.rule().basis().draftForComment())
                .orElseThrow(() -> Refusal.unprocessable("no-rule", "“" + programme.title() + "”现在没有施行中的规则，不能申报。"));
        ApplicationRow row = fresh.add(
                tenant,
                firm,
                programme,
                version,
                fresh.known(tenant, firm),
                ApplicationRow.Origin.APPLIED,
                person.username());
        way.opened(tenant, row, person.username(), "");
        return row;
    }

    /**
     * Keeps the answers to a part. Only what was asked is written, so that what a colleague keeps in another part meanwhile stays.
     *
     * @param answers what is known with them; what is asked and not there is unknown
     * @param asked the names of the facts that were asked
     * @param seen what {@link #seen} told when they were shown; null where nobody looked
     * @throws Refusal 409 {@code changed-meanwhile} where a colleague answered the same differently since
     */
    @Whole
    void save(
            Tenant tenant,
            Person person,
            long id,
            Task task,
            Facts answers,
            Collection<String> asked,
            @Nullable String seen) {
        ApplicationRow row = applications.editable(tenant, person, id);
        if (seen != null && !seen.equals(seen(tenant, row, asked))) {
            throw Refusal.conflict("changed-meanwhile", "您打开之后，同事改过这一部分。您填写的内容都还在，请核对后再保存；再次保存以您填写的为准。");
        }
        Facts facts = sheets.facts(tenant, row);
        for (String name : asked) {
            Fact answer = answers.get(name);
            facts = answer == null ? facts.without(name) : facts.with(name, answer);
        }
        String written = sheets.write(facts);
        applications.write(ApplicationEdit.of(row).facts(written).done(task));
        audit.record(
                tenant,
                AuditedChange.by(person.username(), "application.save", row.object())
                        .with(task.name())
                        .from(row.facts())
                        .to(written));
    }

    /** A word for what these facts say now: another word, other facts. */
    String seen(Tenant tenant, ApplicationRow row, Collection<String> asked) {
        SortedMap<String, Fact> facts = sheets.facts(tenant, row).all();
        Map<String, Fact> shown = new HashMap<>(facts);
        shown.keySet().retainAll(asked);
        return Secrets.digest(sheets.write(Facts.of(shown)));
    }

    /** Keeps where the money is to go. */
    @Whole
    void save(Tenant tenant, Person person, long id, Account account) {
        applications.own(tenant, person, id);
        ApplicationRow row = applications.lock(tenant, id);
        if (row.state() != State.CLEARED) {
            // After the public notice it can still be put right, as long as it is in no batch: a bank may have sent the
            // money back.
            Materials.mustBeOpen(row);
        }
        applications.write(ApplicationEdit.of(row)
                .account(accounts.seal(tenant.id(), account))
                .done(Task.ACCOUNT));
        audit.record(tenant, person.username(), "application.account", row.object(), account.masked());
    }

    /** Takes it back, as long as nothing was decided for good. */
    @Whole
    ApplicationRow withdraw(Tenant tenant, Person person, long id, String reason) {
        applications.own(tenant, person, id);
        return way.take(tenant, applications.lock(tenant, id), Step.WITHDRAW, person.username(), reason);
    }
}
