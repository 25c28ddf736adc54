package cn.zhirong.drafting;

import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.policy.PageTab;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.ProgrammeDrafts;
import cn.zhirong.subsidy.ProgrammeHistory;
import cn.zhirong.subsidy.ProgrammeKind;
import cn.zhirong.subsidy.ProgrammeVersion;
import cn.zhirong.subsidy.ProgrammeVersion.Text;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RationingWay;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the pages of programmes show. */
@Singleton
class ProgrammePages {
    private final ProgrammeDrafts drafts;
    private final ProgrammeHistory history;
    private final Programmes programmes;
    private final Clauses clauses;
    private final Drafts rules;

    ProgrammePages(
            ProgrammeDrafts drafts, ProgrammeHistory history, Programmes programmes, Clauses clauses, Drafts rules) {
        this.drafts = drafts;
        this.history = history;
        this.programmes = programmes;
        this.clauses = clauses;
        this.rules = rules;
    }

    static String list(Tenant tenant) {
        return "/" + tenant.slug() + "/console/programmes";
    }

    static String here(Tenant tenant, long id) {
        return list(tenant) + "/" + id;
    }

    ProgrammeListView list(Tenant tenant, Map<String, String> typed, @Nullable Refusal refusal) {
        Map<String, ProgrammeVersion> open = new HashMap<>();
        drafts.open(tenant).forEach(draft -> open.put(draft.code(), draft));
        List<ProgrammeListView.Line> lines = new ArrayList<>();
        for (Programme programme : programmes.all(tenant)) {
            List<ProgrammeVersion> put = history.of(tenant, programme.id());
            @Nullable ProgrammeVersion now = put.isEmpty() ? null : put.getFirst();
            ProgrammeVersion draft = open.remove(programme.code());
            String[] state = state(programme);
            lines.add(new ProgrammeListView.Line(
                    programme.id(),
                    programme.title(),
                    programme.code(),
                    "/" + tenant.slug() + "/subsidies/" + programme.code(),
                    programme.kind().label(),
                    state[0],
                    state[1],
                    now == null ? "" : here(tenant, now.id()),
                    now == null ? "—" : RuleHeads.who(now.changedBy()) + " " + day(now),
                    draft == null ? "" : here(tenant, draft.id()),
                    draft == null ? "" : RuleHeads.who(draft.changedBy())));
        }
        open.values().stream()
                .sorted(java.util.Comparator.comparingLong(ProgrammeVersion::id))
                .forEach(draft -> lines.add(new ProgrammeListView.Line(
                        0,
                        draft.text().title(),
                        draft.code(),
                        "",
                        draft.text().kind().label(),
                        "新项目，还没有生效",
                        "wait",
                        "",
                        "—",
                        here(tenant, draft.id()),
                        RuleHeads.who(draft.changedBy()))));
        return new ProgrammeListView(list(tenant), RuleHeads.list(tenant), lines, typed, FormErrors.of(refusal));
    }

    private String[] state(Programme programme) {
        boolean open = programme.content().isOpen(rules.today());
        return programme.content().announced()
                ? new String[] {"只预告", "wait"}
                : programme.content().closed()
                        ? new String[] {"暂停受理", "wait"}
                        : open ? new String[] {"在受理时间内", "ok"} : new String[] {"不在受理时间", "gone"};
    }

    private static String day(ProgrammeVersion version) {
        return RuleHeads.day(version.putAt() == null ? version.changedAt() : version.putAt());
    }

    ProgrammeHead head(Tenant tenant, ProgrammeVersion version, boolean form) {
        String here = here(tenant, version.id());
        List<PageTab> tabs = new ArrayList<>();
        tabs.add(new PageTab(version.isOpen() ? "核对与生效" : "这一版", here, !form, null));
        if (version.isOpen()) {
            tabs.add(new PageTab("编辑", here + "/form", form, null));
        }
        List<String> lines = new ArrayList<>();
        lines.add(RuleHeads.who(version.createdBy()) + " " + RuleHeads.day(version.createdAt()) + " 新建");
        lines.add(RuleHeads.who(version.changedBy()) + " " + RuleHeads.day(version.changedAt()) + " 最后修改");
        if (version.putBy() != null) {
            lines.add(RuleHeads.who(version.putBy()) + " " + day(version) + " 生效");
        }
        boolean now = !version.isOpen() && isInForce(tenant, version);
        return new ProgrammeHead(
                version.text().title(),
                version.code(),
                version.isOpen() ? "草稿" : now ? "现在生效" : "已被取代",
                version.isOpen() ? "neutral" : now ? "ok" : "gone",
                lines,
                tabs,
                here,
                list(tenant),
                version.isOpen(),
                version.revision());
    }

    private boolean isInForce(Tenant tenant, ProgrammeVersion version) {
        Long programme = version.programmeId();
        return programme != null && history.of(tenant, programme).getFirst().id() == version.id();
    }

    ProgrammeFormView form(
            Tenant tenant,
            ProgrammeVersion version,
            Map<String, String> typed,
            boolean unsaved,
            @Nullable Refusal refusal) {
        List<ProgrammeFormView.Option> policies = new ArrayList<>();
        clauses.policies(tenant, rules.today())
                .forEach(policy -> policies.add(
                        new ProgrammeFormView.Option(policy.name(), policy.title() + "（" + policy.version() + "）")));
        String chosen = typed.getOrDefault("policy", "");
        if (!chosen.isEmpty()
                && policies.stream().noneMatch(option -> option.value().equals(chosen))) {
            policies.add(new ProgrammeFormView.Option(chosen, chosen + "（政策库里没有现行版本）"));
        }
        return new ProgrammeFormView(
                head(tenant, version, true),
                typed,
                ProgrammeFields.rows(typed, ProgrammeFields.WINDOW),
                ProgrammeFields.rows(typed, ProgrammeFields.MATERIAL),
                Arrays.stream(ProgrammeClocks.values())
                        .map(clock -> new ProgrammeFormView.Clock(clock.field(), clock.label(), clock.unit()))
                        .toList(),
                Arrays.stream(ProgrammeKind.values())
                        .map(kind -> new ProgrammeFormView.Option(kind.name(), kind.label()))
                        .toList(),
                policies,
                Arrays.stream(RationingWay.values())
                        .map(way -> new ProgrammeFormView.Option(way.name(), way.label()))
                        .toList(),
                texts(tenant, chosen).all(chosen).stream()
                        .map(ClauseTexts.Clause::path)
                        .toList(),
                unsaved,
                FormErrors.of(refusal));
    }

    private ClauseTexts texts(Tenant tenant, String policy) {
        if (policy.isEmpty()) {
            return new ClauseTexts();
        }
        // Without a document number the library gives the version that holds.
        return clauses.texts(tenant, List.of(new ProvisionReference(policy, "-", "全文")), rules.today());
    }

    /** Whether the policy has a provision; whatever it is where the library does not hold the policy. */
    Predicate<String> provisions(Tenant tenant, String policy) {
        ClauseTexts texts = texts(tenant, policy);
        return path -> !texts.has(policy)
                || texts.find(new ProvisionReference(policy, "-", path)).isPresent();
    }

    List<String> obstacles(Tenant tenant, ProgrammeVersion version) {
        Text text = version.text();
        return ProgrammeForm.problems(text, provisions(tenant, text.policy())).stream()
                .map(Refusal.Field::message)
                .toList();
    }

    ProgrammeVersionView version(
            Tenant tenant,
            ProgrammeVersion version,
            String reader,
            Map<String, String> typed,
            @Nullable Refusal refusal) {
        Long programme = version.programmeId();
        List<ProgrammeVersion> all = programme == null ? List.of() : history.of(tenant, programme);
        Text before = before(all, version);
        List<ProgrammeVersionView.Line> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            ProgrammeVersion one = all.get(i);
            lines.add(new ProgrammeVersionView.Line(
                    "第" + (all.size() - i) + "版",
                    here(tenant, one.id()),
                    day(one),
                    RuleHeads.who(one.changedBy()),
                    RuleHeads.who(String.valueOf(one.putBy())),
                    one.note()));
        }
        return new ProgrammeVersionView(
                head(tenant, version, false),
                version.isOpen() && programme == null,
                before == null
                        ? List.of()
                        : ComparisonView.Row.of(ProgrammeDifferences.between(before, version.text())),
                version.isOpen() ? obstacles(tenant, version) : List.of(),
                version.isOpen() && drafts.isAuthor(tenant, version.id(), reader),
                lines,
                typed,
                FormErrors.of(refusal));
    }

    /** What it takes, or took, the place of. */
    private static @Nullable Text before(List<ProgrammeVersion> newestFirst, ProgrammeVersion version) {
        if (version.isOpen()) {
            return newestFirst.isEmpty() ? null : newestFirst.getFirst().text();
        }
        for (int i = 0; i + 1 < newestFirst.size(); i++) {
            if (newestFirst.get(i).id() == version.id()) {
                return newestFirst.get(i + 1).text();
            }
        }
        return null;
    }
}
