package cn.zhirong.drafting;

import cn.zhirong.access.Audit;
import cn.zhirong.kernel.DateRange;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.RuleState;
import cn.zhirong.subsidy.RuleVersionRow;
import cn.zhirong.subsidy.Transition;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Puts new drafts beside the versions there are: the next number, who wrote them, and what they take over from another. */
@Singleton
class AddedDrafts {
    private static final int MOST_OPEN = 50;

    private final DraftRepository repository;
    private final RuleCaseRepository cases;
    private final RuleAuthorRepository authors;
    private final Audit audit;
    private final Clock clock;

    AddedDrafts(
            DraftRepository repository,
            RuleCaseRepository cases,
            RuleAuthorRepository authors,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.cases = cases;
        this.authors = authors;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A version more.
     *
     * @param from where its text comes from, for the audit
     * @throws Refusal when there are too many drafts of the programme
     */
    RuleVersionRow add(Tenant tenant, String actor, Programme programme, String text, DateRange days, String from) {
        if (repository.lockProgramme(tenant.id(), programme.id()).isEmpty()) {
            throw Refusal.notFound();
        }
        List<RuleVersionRow> versions = repository.ofProgramme(tenant.id(), programme.id());
        long open = versions.stream()
                .filter(row -> row.state() != RuleState.PUBLISHED)
                .count();
        if (open >= MOST_OPEN) {
            throw Refusal.unprocessable("too-many-drafts", "这个项目已经有 " + open + " 份没有发布的草稿，请先删去不用的。");
        }
        int number = versions.stream().mapToInt(RuleVersionRow::number).max().orElse(0) + 1;
        RuleVersionRow row = repository.save(new RuleVersionRow(
                null,
                tenant.id(),
                programme.id(),
                number,
                RuleState.DRAFT,
                days.from(),
                days.until(),
                text,
                0,
                "",
                Transition.OPENED,
                actor,
                clock.instant(),
                actor,
                clock.instant(),
                null,
                null,
                null,
                null));
        authors.add(tenant.id(), row.key(), actor);
        audit.record(tenant, actor, "rule.draft", "rule/" + row.key(), programme.code() + " 第" + number + "版，" + from);
        return row;
    }

    /** The cases of another version, and of a draft its authors too. */
    void inherit(Tenant tenant, String actor, RuleVersionRow from, RuleVersionRow row) {
        if (from.state() != RuleState.PUBLISHED) {
            authors.of(tenant.id(), from.key()).forEach(one -> authors.add(tenant.id(), row.key(), one));
        }
        for (RuleCaseRow one : cases.of(tenant.id(), from.key())) {
            cases.save(new RuleCaseRow(
                    null,
                    tenant.id(),
                    row.key(),
                    one.name(),
                    one.askedOn(),
                    one.facts(),
                    one.expected(),
                    one.expectedFen(),
                    actor,
                    clock.instant()));
        }
    }
}
