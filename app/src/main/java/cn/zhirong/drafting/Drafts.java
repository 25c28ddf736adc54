package cn.zhirong.drafting;

import cn.zhirong.access.Audit;
import cn.zhirong.drafting.RuleForm.FormProblem;
import cn.zhirong.kernel.DateRange;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.Vocabulary;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleState;
import cn.zhirong.subsidy.RuleVersionRow;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Drafts of rules: begun, written, thrown away. A published version is never changed; going back is a new draft of an old one. */
@Singleton
class Drafts {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** A text larger than this is no rule, and is not kept. */
    static final int MOST_CHARACTERS = 200_000;

    private final DraftRepository repository;
    private final AddedDrafts added;
    private final RuleCaseRepository cases;
    private final RuleAuthorRepository authors;
    private final WaitingPublicationRepository waiting;
    private final Programmes programmes;
    private final Vocabularies vocabularies;
    private final Names names;
    private final Audit audit;
    private final Clock clock;

    Drafts(
            DraftRepository repository,
            AddedDrafts added,
            RuleCaseRepository cases,
            RuleAuthorRepository authors,
            WaitingPublicationRepository waiting,
            Programmes programmes,
            Vocabularies vocabularies,
            Names names,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.added = added;
        this.cases = cases;
        this.authors = authors;
        this.waiting = waiting;
        this.programmes = programmes;
        this.vocabularies = vocabularies;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A version with all one needs to show it.
     *
     * @param form what is written in it
     * @param people the names of those who had to do with it, by user name
     */
    record Draft(Programme programme, RuleVersionRow row, RuleForm form, Map<String, String> people) {
        long id() {
            return row.key();
        }

        boolean isOpen() {
            return row.state() != RuleState.PUBLISHED;
        }
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** All versions of a bureau, by programme and the newest first. */
    List<RuleVersionRow> all(Tenant tenant) {
        return repository.all(tenant.id());
    }

    /** The same without what is written in them. */
    List<RuleVersionRow> listed(Tenant tenant) {
        return repository.listed(tenant.id());
    }

    List<RuleVersionRow> versions(Tenant tenant, Programme programme) {
        return repository.ofProgramme(tenant.id(), programme.id());
    }

    /** @throws Refusal not found */
    Draft get(Tenant tenant, long id) {
        RuleVersionRow row = repository.find(tenant.id(), id).orElseThrow(Refusal::notFound);
        Programme programme = programmes.get(tenant, row.programmeId());
        List<String> people = new ArrayList<>(List.of(row.createdBy(), row.changedBy()));
        Optional.ofNullable(row.publishedBy()).ifPresent(people::add);
        Optional.ofNullable(row.secondBy()).ifPresent(people::add);
        return new Draft(programme, row, form(tenant, programme, row.content()), names.of(tenant, people));
    }

    /** What a text is as a rule of this programme. */
    RuleForm form(Tenant tenant, Programme programme, String text) {
        return named(RuleForm.ofText(text, vocabularies.of(tenant)), programme);
    }

    /** What stands in a form; its name is always that of the programme. */
    RuleForm form(Tenant tenant, Programme programme, FormData data) {
        return RuleForm.ofData(data.with("rule", programme.code()), vocabularies.of(tenant));
    }

    /** Whether somebody wrote in a version, not only whoever did so last. */
    boolean isAuthor(Tenant tenant, RuleVersionRow row, String username) {
        return row.changedBy().equals(username)
                || authors.of(tenant.id(), row.key()).contains(username);
    }

    Vocabulary vocabulary(Tenant tenant) {
        return vocabularies.of(tenant);
    }

    /** What officers no longer judge: no new rule is offered it. */
    Set<String> retired(Tenant tenant) {
        return vocabularies.judged(tenant).stream()
                .filter(Vocabularies.Judged::retired)
                .map(Vocabularies.Judged::name)
                .collect(Collectors.toSet());
    }

    private static RuleForm named(RuleForm form, Programme programme) {
        Rule rule = form.rule();
        if (rule == null || rule.id().equals(programme.code())) {
            return form;
        }
        List<FormProblem> problems = new ArrayList<>(form.problems());
        problems.add(new FormProblem("rule", 1, "规则编码应当是项目的编码“" + programme.code() + "”"));
        return new RuleForm(form.text(), form.data(), form.hidden(), null, problems);
    }

    /** A draft without anything but its name. */
    @Transactional
    RuleVersionRow begin(Tenant tenant, String actor, Programme programme) {
        FormData data = FormData.nothing()
                .with("rule", programme.code())
                .with("name", programme.title())
                .with("effective-from", today().toString())
                .with("rounding", "down");
        return add(tenant, actor, programme, TextFromForm.write(data), "空白");
    }

    /** A draft that says what another version says, with its cases. */
    @Transactional
    RuleVersionRow copy(Tenant tenant, String actor, long id) {
        RuleVersionRow from = repository.find(tenant.id(), id).orElseThrow(Refusal::notFound);
        Programme programme = programmes.get(tenant, from.programmeId());
        RuleVersionRow row = add(tenant, actor, programme, from.content(), "抄自第" + from.number() + "版");
        added.inherit(tenant, actor, from, row);
        return row;
    }

    /** A draft that says what a form says, right or wrong. */
    @Transactional
    RuleVersionRow begin(Tenant tenant, String actor, Programme programme, FormData data) {
        return add(tenant, actor, programme, form(tenant, programme, data).text(), "导入表格");
    }

    private RuleVersionRow add(Tenant tenant, String actor, Programme programme, String text, String from) {
        return added.add(tenant, actor, programme, text, days(form(tenant, programme, text)), from);
    }

    /**
     * Keeps what was written.
     *
     * @param revision of the version that was shown
     * @return false when somebody else changed it meanwhile: nothing is kept then
     */
    @Transactional
    boolean save(Tenant tenant, String actor, long id, int revision, RuleForm form) {
        if (form.text().length() > MOST_CHARACTERS) {
            throw Refusal.badField(
                    "text", "规则最长 " + MOST_CHARACTERS + " 个字，现在有 " + form.text().length() + " 个字。");
        }
        RuleVersionRow row = open(tenant, id);
        if (row.content().equals(form.text())) {
            return true;
        }
        DateRange days = days(form);
        int changed = repository.change(
                tenant.id(), id, revision, form.text(), days.from(), days.until(), actor, clock.instant());
        if (changed == 0) {
            return false;
        }
        waiting.remove(tenant.id(), id);
        authors.add(tenant.id(), id, actor);
        audit.record(
                tenant,
                actor,
                "rule.write",
                "rule/" + id,
                "第" + row.number() + "版第" + (revision + 1) + "次修改" + (form.rule() == null ? "，还有没写完的地方" : ""));
        return true;
    }

    /**
     * Throws a draft away.
     *
     * @param seen the revision that was looked at; null where it does not matter what somebody wrote meanwhile
     */
    @Transactional
    void discard(Tenant tenant, String actor, long id, @Nullable Integer seen) {
        RuleVersionRow row = open(tenant, id);
        if (seen != null && seen != row.revision()) {
            throw Refusal.conflict("stale", "这份草稿在您打开之后又有人改过，没有删去。请重新打开核对。");
        }
        waiting.remove(tenant.id(), id);
        cases.removeAll(tenant.id(), id);
        authors.removeAll(tenant.id(), id);
        repository.discard(tenant.id(), id);
        audit.record(tenant, actor, "rule.discard", "rule/" + id, "第" + row.number() + "版");
    }

    /** @throws Refusal not found, or published */
    private RuleVersionRow open(Tenant tenant, long id) {
        RuleVersionRow row = repository.locked(tenant.id(), id).orElseThrow(Refusal::notFound);
        if (row.state() == RuleState.PUBLISHED) {
            throw Refusal.conflict("published", "这一版已经发布，不能再改。请由它新建一份草稿。");
        }
        return row;
    }

    private DateRange days(RuleForm form) {
        Rule rule = form.rule();
        return rule == null ? new DateRange(today(), null) : rule.basis().effective();
    }
}
