package cn.zhirong.application;

import cn.zhirong.access.Audit;
import cn.zhirong.access.AuditedChange;
import cn.zhirong.access.Person;
import cn.zhirong.access.Secrets;
import cn.zhirong.enterprise.Profile;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.Facts;
import cn.zhirong.subsidy.EnterpriseFacts;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private final CorrectionRepository corrections;
    private final Materials materials;
    private final Programmes programmes;
    private final Sheets sheets;
    private final FirmRepository firms;
    private final Reviews reviews;
    private final Way way;
    private final Audit audit;
    private final PayAccounts accounts;

    FirmDesk(
            Applications applications,
            CorrectionRepository corrections,
            Materials materials,
            Programmes programmes,
            Sheets sheets,
            FirmRepository firms,
            Reviews reviews,
            Way way,
            Audit audit,
            PayAccounts accounts) {
        this.applications = applications;
        this.corrections = corrections;
        this.materials = materials;
        this.programmes = programmes;
        this.sheets = sheets;
        this.firms = firms;
        this.reviews = reviews;
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
        ApplicationRow row = add(
                tenant,
                firm,
                programme,
                version,
                known(tenant, firm),
                ApplicationRow.Origin.APPLIED,
                person.username());
        way.opened(tenant, row, person.username(), "");
        return row;
    }

    /** What the register knows of a firm today. */
    Facts known(Tenant tenant, Profile firm) {
        return EnterpriseFacts.of(
                firm, applications.today(), tenant.profile().region().code());
    }

    /** What the bureau knows of a firm today: nobody is paid unasked for what only the firm says. */
    Facts knownToBureau(Tenant tenant, Profile firm) {
        return known(tenant, firm.asBureauKnows());
    }

    /** A new row, with its number. */
    ApplicationRow add(
            Tenant tenant,
            Profile firm,
            Programme programme,
            RuleVersion version,
            Facts facts,
            ApplicationRow.Origin origin,
            String by) {
        return applications.add(new ApplicationRow(
                null,
                tenant.id(),
                applications.nextNumber(tenant),
                programme.id(),
                version.id(),
                firm.id(),
                firm.name(),
                origin,
                origin == ApplicationRow.Origin.APPLIED ? State.DRAFT : State.FOUND,
                0,
                by,
                applications.today(),
                applications.now(),
                null,
                sheets.write(facts),
                "",
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                applications.now(),
                null));
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
        ApplicationRow row = editable(tenant, person, id);
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

    /**
     * Hands it in.
     *
     * @param declared whether the person declared that all of it is true
     * @throws Refusal with everything that is missing
     */
    @Whole
    ApplicationRow submit(Tenant tenant, Person person, long id, boolean declared) {
        ApplicationRow row = editable(tenant, person, id);
        List<Refusal.Field> missing = missing(tenant, row);
        if (!declared) {
            missing.add(new Refusal.Field("declared", "请勾选承诺：填报内容和材料真实、完整。"));
        }
        if (!missing.isEmpty()) {
            throw Refusal.badInput("还有几处没有完成，不能提交。", missing);
        }
        Programme programme = applications.programme(tenant, row);
        LocalDate today = applications.today();
        if (row.origin() == ApplicationRow.Origin.APPLIED
                && !programme.content().isOpen(today)) {
            throw Refusal.unprocessable("closed", "“" + programme.title() + "”今天不受理申报，请看项目页面上的申报时间。填写的内容还在。");
        }
        RuleVersion version = sheets.inForce(tenant, programme, today)
                .orElseThrow(() -> Refusal.unprocessable("no-rule", "“" + programme.title() + "”现在没有施行中的规则，不能申报。"));
        ApplicationEdit edit = ApplicationEdit.of(row).done(Task.DECLARATION).submitted(today);
        if (version.id() != row.ruleId()) {
            // Begun under an earlier version and never handed in: it is an application of today.
            edit.under(version.id(), today);
        }
        reviews.name(tenant, row, sheets.sheet(tenant, row, Findings.none(applications.today())));
        return way.take(tenant, row, edit, Step.SUBMIT, person.username(), "");
    }

    /** What has to be there before it can be handed in. */
    List<Refusal.Field> missing(Tenant tenant, ApplicationRow row) {
        List<Refusal.Field> missing = new ArrayList<>();
        for (Task task : List.of(Task.ENTERPRISE, Task.FINANCING)) {
            if (!row.isDone(task) && asks(tenant, row, task)) {
                missing.add(new Refusal.Field(task.path(), "“" + task.label() + "”还没有填写并保存。"));
            }
        }
        Things.twice(
                        programmes
                                .version(tenant, row.ruleId())
                                .orElseThrow(Refusal::notFound)
                                .rule(),
                        sheets.facts(tenant, row))
                .forEach(key -> missing.add(new Refusal.Field(Task.FINANCING.path(), FactRows.twice(key))));
        if (!applications.account(row).isKnown()) {
            missing.add(new Refusal.Field(Task.ACCOUNT.path(), "“" + Task.ACCOUNT.label() + "”还没有填写。"));
        }
        materials
                .missing(tenant, row)
                .forEach(material ->
                        missing.add(new Refusal.Field(Task.MATERIALS.path(), "还没有上传“" + material.name() + "”。")));
        return missing;
    }

    /** Whether the rule asks anything of that part. */
    boolean asks(Tenant tenant, ApplicationRow row, Task task) {
        return !sheets.form(tenant, row, task).wanted().isEmpty();
    }

    /** All that the firm was asked to put right, the oldest first. */
    List<CorrectionRow> corrections(Tenant tenant, ApplicationRow row) {
        return corrections.of(tenant.id(), row.key());
    }

    /** Answers what was to be put right, each item for itself, and hands it in again. */
    @Whole
    ApplicationRow correct(Tenant tenant, Person person, long id, Map<Long, String> answers) {
        applications.own(tenant, person, id);
        ApplicationRow row = applications.lock(tenant, id);
        if (row.state() == State.CORRECTING && applications.terms(tenant).isOver(row.dueOn())) {
            throw Refusal.conflict("late", "补正期限到 " + row.dueOn() + " 为止，已经过期。请联系本局。");
        }
        List<Refusal.Field> missing = new ArrayList<>(missing(tenant, row));
        List<CorrectionRow> open =
                corrections(tenant, row).stream().filter(CorrectionRow::isOpen).toList();
        for (CorrectionRow each : open) {
            String answer = answers.getOrDefault(each.key(), "");
            if (answer.length() < 2 || answer.length() > 500) {
                missing.add(new Refusal.Field(
                        "answer-" + each.key(), "请逐项说明补正情况，2 至 500 个字，现在有 " + answer.length() + " 个字。"));
            }
        }
        if (!missing.isEmpty()) {
            throw Refusal.badInput("还有几处没有完成，不能提交补正。", missing);
        }
        for (CorrectionRow each : open) {
            corrections.answer(
                    tenant.id(),
                    id,
                    each.key(),
                    answers.getOrDefault(each.key(), ""),
                    person.username(),
                    applications.now());
        }
        reviews.name(tenant, row, sheets.sheet(tenant, row, Findings.none(applications.today())));
        return way.take(tenant, row, Step.CORRECT, person.username(), open.size() + " 项已补正");
    }

    /** Takes it back, as long as nothing was decided for good. */
    @Whole
    ApplicationRow withdraw(Tenant tenant, Person person, long id, String reason) {
        applications.own(tenant, person, id);
        return way.take(tenant, applications.lock(tenant, id), Step.WITHDRAW, person.username(), reason);
    }

    private ApplicationRow editable(Tenant tenant, Person person, long id) {
        applications.own(tenant, person, id);
        ApplicationRow row = applications.lock(tenant, id);
        Materials.mustBeOpen(row);
        return row;
    }
}
