package cn.zhirong.drafting;

import cn.zhirong.drafting.Drafts.Draft;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleSentence;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the pages of the editor out of what stands in a form. */
@Singleton
class EditorPages {
    private static final int MOST_LINES = 200;

    /** Longer than any rule; what two texts without a common line cost grows with the square. */
    private static final int MOST_COMPARED = 2_000;

    private final Drafts drafts;
    private final Checks checks;
    private final Clauses clauses;
    private final Programmes programmes;

    EditorPages(Drafts drafts, Checks checks, Clauses clauses, Programmes programmes) {
        this.drafts = drafts;
        this.checks = checks;
        this.clauses = clauses;
        this.programmes = programmes;
    }

    EditorView form(Tenant tenant, Draft draft, RuleForm form, FormData data, boolean unsaved) {
        Rule rule = form.rule();
        Checks.@org.jspecify.annotations.Nullable Checked checked =
                rule == null ? null : checks.of(tenant, draft.programme(), rule, drafts.today());
        ClauseTexts texts = checked == null ? clauses.texts(tenant, references(data), drafts.today()) : checked.texts();
        FormParts.Annotations notes =
                rule == null || checked == null ? FormParts.Annotations.NONE : RowNotes.of(rule, data, checked.said());
        FormParts parts = new FormParts(
                form, data, FormWords.of(drafts.vocabulary(tenant), drafts.retired(tenant), data), texts, notes);
        Map<String, String> hidden = new LinkedHashMap<>();
        for (String key : List.of("policy", "title", "version")) {
            hidden.put(key, data.get(key));
        }
        boolean items = parts.each() != null || data.count("item-conditions") > 0;
        return new EditorView(
                RuleHeads.of(tenant, draft, RuleHeads.Tab.FORM, drafts.today()),
                data.get("policy").isEmpty() ? "" : "《" + data.get("title") + "》" + data.get("version"),
                hidden,
                parts.head(),
                parts.conditions(),
                parts.itemConditions(),
                items,
                parts.amounts(),
                texts.all(data.get("policy")).stream()
                        .map(ClauseTexts.Clause::path)
                        .toList(),
                unsaved,
                YamlTree.comments(draft.row().content()),
                rule == null ? "" : RuleSentence.of(rule, programmes.ruleNames(tenant)),
                checked == null
                        ? List.of()
                        : checked.said().stream()
                                .map(said -> new RuleView.Remark(said.stops(), said.words()))
                                .toList(),
                form.problems().stream().map(EditorPages::problem).toList());
    }

    private static EditorView.Problem problem(RuleForm.FormProblem problem) {
        return new EditorView.Problem(
                problem.field().isEmpty() ? "main" : "at-" + problem.field().replace('.', '-'),
                problem.field().isEmpty() ? "" : ProblemWords.chain(problem.field()),
                problem.words());
    }

    /** The page goes on from the revision it was opened with, not from the newest. */
    EditorView with(EditorView view, int revision) {
        return new EditorView(
                view.head().at(revision),
                view.policy(),
                view.data(),
                view.basics(),
                view.conditions(),
                view.itemConditions(),
                view.hasItems(),
                view.amounts(),
                view.paths(),
                view.unsaved(),
                view.comments(),
                view.sentence(),
                view.remarks(),
                view.problems());
    }

    private static Set<ProvisionReference> references(FormData data) {
        Set<ProvisionReference> references = new LinkedHashSet<>();
        add(references, data.get("policy"), data.get("version"));
        data.fields().forEach((path, value) -> {
            if (path.endsWith(".provision-policy")) {
                add(references, value, data.get(path.replace("-policy", "-version")));
            }
        });
        return references;
    }

    private static void add(Set<ProvisionReference> references, String policy, String version) {
        if (!policy.isEmpty()) {
            references.add(new ProvisionReference(policy, version.isEmpty() ? "-" : version, "全文"));
        }
    }

    TextView text(Tenant tenant, Draft draft, RuleForm form, int revision) {
        return new TextView(
                RuleHeads.of(tenant, draft, RuleHeads.Tab.TEXT, drafts.today()).at(revision),
                form.text(),
                form.data() != null,
                form.problems().stream()
                        .map(problem -> new TextView.Line(problem.line(), problem.words()))
                        .toList());
    }

    /** A text that is no rule for its length, as it was sent. */
    TextView tooLong(Tenant tenant, Draft draft, String text, int revision, String words) {
        return new TextView(
                RuleHeads.of(tenant, draft, RuleHeads.Tab.TEXT, drafts.today()).at(revision),
                text,
                draft.form().data() != null,
                List.of(new TextView.Line(0, words)));
    }

    /** What was sent and cannot be kept any more, or not like this. */
    RefusedView refused(Tenant tenant, Draft draft, String reason, Map<String, String> sent) {
        String text = sent.getOrDefault("text", "");
        if (text.isEmpty()) {
            Optional<FormData> data = FormData.sent(sent);
            text = data.map(one -> drafts.form(tenant, draft.programme(), one).text())
                    .orElseGet(() -> sent.entrySet().stream()
                            .filter(field -> !field.getValue().isBlank())
                            .map(field -> field.getKey() + ": " + field.getValue())
                            .collect(Collectors.joining("\n")));
        }
        RuleHeads.Tab tab = draft.isOpen() ? RuleHeads.Tab.FORM : RuleHeads.Tab.RULE;
        return new RefusedView(RuleHeads.of(tenant, draft, tab, drafts.today()), reason, text);
    }

    /** What was sent, beside what was kept meanwhile; sending it again takes its place. */
    ConflictView conflict(Tenant tenant, Draft kept, RuleForm sent, String target) {
        Map<String, String> data = new LinkedHashMap<>();
        FormData form = sent.data();
        if (target.endsWith("/form") && form != null) {
            data.putAll(form.fields());
        } else {
            data.put("text", sent.text());
        }
        Rule theirs = kept.form().rule();
        Rule mine = sent.rule();
        List<ComparisonView.Row> rows = theirs == null || mine == null
                ? List.of()
                : ComparisonView.Row.of(RuleDifferences.between(theirs, mine));
        boolean rules = theirs != null && mine != null;
        return new ConflictView(
                RuleHeads.of(
                        tenant,
                        kept,
                        target.endsWith("/form") ? RuleHeads.Tab.FORM : RuleHeads.Tab.TEXT,
                        drafts.today()),
                kept.people().getOrDefault(kept.row().changedBy(), kept.row().changedBy()),
                data,
                target,
                rows,
                rules ? List.of() : lines(kept.row().content(), sent.text()));
    }

    private static List<ConflictView.TextLine> lines(String theirs, String mine) {
        List<ConflictView.TextLine> lines = new ArrayList<>();
        List<String> their = theirs.lines().limit(MOST_COMPARED).toList();
        List<String> my = mine.lines().limit(MOST_COMPARED).toList();
        for (AbstractDelta<String> delta : DiffUtils.diff(their, my).getDeltas()) {
            delta.getSource().getLines().forEach(line -> lines.add(new ConflictView.TextLine(false, line)));
            delta.getTarget().getLines().forEach(line -> lines.add(new ConflictView.TextLine(true, line)));
        }
        return lines.subList(0, Math.min(lines.size(), MOST_LINES));
    }
}
