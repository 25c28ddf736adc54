package cn.zhirong.drafting;

import cn.zhirong.document.Provision;
import cn.zhirong.drafting.Drafts.Draft;
import cn.zhirong.policy.PolicyDocument;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ties rows to provisions: shows the text they are picked in, and puts what was picked into the form. */
@Singleton
class PickPages {
    private final EditorPages editor;
    private final Drafts drafts;
    private final Clauses clauses;

    PickPages(EditorPages editor, Drafts drafts, Clauses clauses) {
        this.editor = editor;
        this.drafts = drafts;
        this.clauses = clauses;
    }

    /** @param policy the one whose provisions are shown; empty for the one that stands in the form */
    PickView pick(Tenant tenant, Draft draft, int revision, FormData data, String field, String policy) {
        boolean whole = field.equals("policy");
        String chosen = !policy.isEmpty()
                ? policy
                : !data.get(field + "-policy").isEmpty() ? data.get(field + "-policy") : data.get("policy");
        List<Clauses.Choice> choices = clauses.policies(tenant, drafts.today());
        Optional<Clauses.Choice> found =
                choices.stream().filter(one -> one.name().equals(chosen)).findFirst();
        Optional<PolicyDocument> document = found.filter(one -> !whole)
                .flatMap(one -> clauses.document(tenant, one.name(), one.version(), drafts.today()));
        EditorView view = editor.with(
                editor.form(tenant, draft, drafts.form(tenant, draft.programme(), data), data, true), revision);
        return new PickView(
                view.head(),
                data.fields(),
                field,
                whole ? "规则依据的政策" : ProblemWords.chain(field),
                found.map(Clauses.Choice::name).orElse(""),
                found.map(one -> "《" + one.title() + "》" + one.version()).orElse(""),
                choices.stream()
                        .map(one -> new PickView.Policy(
                                one.name(),
                                one.title(),
                                one.version(),
                                one.name().equals(chosen)))
                        .toList(),
                document.map(one -> provisions(one.provisions())).orElse(List.of()));
    }

    private static List<PickView.Provision> provisions(List<Provision> all) {
        List<PickView.Provision> shown = new ArrayList<>();
        Map<Integer, Integer> depths = new LinkedHashMap<>();
        for (Provision provision : all) {
            int depth = Math.min(depths.getOrDefault(provision.parent(), -1) + 1, 4);
            depths.put(provision.ordinal(), depth);
            if (!provision.path().isBlank()) {
                shown.add(new PickView.Provision(
                        provision.path(), (provision.heading() + " " + provision.text()).strip(), depth));
            }
        }
        return shown;
    }

    /** @param chosen {@code policy:NAME}, or the field and the path of the provision */
    FormData picked(Tenant tenant, FormData data, String chosen, String policy) {
        int colon = chosen.indexOf(':');
        String field = colon < 0 ? chosen : chosen.substring(0, colon);
        String value = colon < 0 ? "" : chosen.substring(colon + 1);
        String name = field.equals("policy") ? value : policy;
        Optional<Clauses.Choice> found = clauses.policies(tenant, drafts.today()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        boolean ours = field.equals("policy") || field.equals("provision") || field.endsWith(".provision");
        if (found.isEmpty() || !ours) {
            return data;
        }
        Clauses.Choice one = found.get();
        if (field.equals("policy") || data.get("policy").isEmpty()) {
            data = data.with("policy", one.name()).with("title", one.title()).with("version", one.version());
        }
        if (field.equals("policy")) {
            return data;
        }
        FormData with = data.with(field, value).withoutBelow(field + "-policy").withoutBelow(field + "-version");
        return one.name().equals(data.get("policy"))
                ? with
                : with.with(field + "-policy", one.name()).with(field + "-version", one.version());
    }
}
