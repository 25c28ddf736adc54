package cn.zhirong.drafting;

import cn.zhirong.drafting.Slot.Option;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.rule.FactDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The single fields of a form as the page shows them, each with what stands in it and what is wrong with it. */
final class FormFields {
    private final FormData data;
    private final ClauseTexts texts;
    private final FormParts.Annotations annotations;
    private final Map<String, String> errors = new LinkedHashMap<>();

    FormFields(RuleForm form, FormData data, ClauseTexts texts, FormParts.Annotations annotations) {
        this.data = data;
        this.texts = texts;
        this.annotations = annotations;
        form.problems().forEach(problem -> errors.merge(problem.field(), problem.words(), (a, b) -> a + "；" + b));
    }

    String error(String at) {
        return errors.getOrDefault(at, "");
    }

    Part codes(String at, @Nullable FactDefinition definition) {
        if (definition == null || definition.codes().isEmpty()) {
            return text(at + ".codes", "有哪些", "用、分开");
        }
        List<String> chosen = TextFromForm.split(data.get(at + ".codes"));
        if (!definition.codes().keySet().containsAll(chosen)) {
            // A box cannot be ticked for a word that nobody knows; as a text it stays until somebody mends it.
            return text(at + ".codes", "有哪些（有不认识的）", "用、分开");
        }
        List<Part.Choice> choices = definition.codes().entrySet().stream()
                .map(entry -> new Part.Choice(entry.getKey(), entry.getValue(), chosen.contains(entry.getKey())))
                .toList();
        return new Part(
                "checks",
                at + ".codes",
                "有哪些",
                "",
                data.get(at + ".codes"),
                List.of(new Part.Options("", choices)),
                List.of(),
                errors.getOrDefault(at + ".codes", ""),
                "",
                List.of());
    }

    Part clause(String at, String label) {
        String path = data.get(at);
        String policy = data.get(at + "-policy");
        ProvisionReference reference = path.isEmpty()
                ? null
                : new ProvisionReference(
                        either(policy, either(data.get("policy"), "-")),
                        either(data.get(at + "-version"), either(data.get("version"), "-")),
                        path);
        String said = reference == null
                ? ""
                : texts.find(reference).map(ClauseTexts.Clause::own).orElse("");
        String owner = policy.isEmpty() || policy.equals(data.get("policy"))
                ? ""
                : "另一政策：" + policy + " " + data.get(at + "-version");
        List<Part> hidden = policy.isEmpty()
                ? List.of()
                : List.of(
                        Part.text(at + "-policy", "", "", policy, ""),
                        Part.text(at + "-version", "", "", data.get(at + "-version"), ""));
        return new Part(
                "clause", at, label, owner, path, List.of(), hidden, errors.getOrDefault(at, ""), said, List.of());
    }

    private static String either(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    interface Below {
        List<Part> of(String item);
    }

    Part list(String at, String label, String one, Below below) {
        List<Part> items = new ArrayList<>();
        int count = data.count(at);
        for (int i = 0; i < count; i++) {
            String item = at + "." + i;
            items.add(Part.group("item", item, one + " " + (i + 1), below.of(item), errors.getOrDefault(item, ""))
                    .noted(
                            annotations.sentences().getOrDefault(item, ""),
                            annotations.remarks().getOrDefault(item, List.of())));
        }
        return new Part("list", at, label, one, "", List.of(), items, errors.getOrDefault(at, ""), "", List.of());
    }

    Part text(String at, String label, String hint) {
        return Part.text(at, label, hint, data.get(at), errors.getOrDefault(at, ""));
    }

    Part select(String at, String label, List<Option> options, String blank) {
        return select(at, label, Map.of("", options), blank);
    }

    Part select(String at, String label, Map<String, List<Option>> groups, String blank) {
        String value = data.get(at);
        List<Part.Options> options = new ArrayList<>();
        if (!blank.isEmpty()) {
            options.add(new Part.Options("", List.of(new Part.Choice("", blank, value.isEmpty()))));
        }
        groups.forEach((group, choices) -> options.add(new Part.Options(
                group,
                choices.stream()
                        .map(choice -> new Part.Choice(
                                choice.value(), choice.label(), choice.value().equals(value)))
                        .toList())));
        boolean known = value.isEmpty()
                || options.stream().flatMap(group -> group.choices().stream()).anyMatch(Part.Choice::chosen);
        if (!known) {
            // What was typed elsewhere, in a text or a table, is not lost because no choice has its name.
            options.add(new Part.Options("", List.of(new Part.Choice(value, "（不认识）" + value, true))));
        }
        return new Part("select", at, label, "", value, options, List.of(), errors.getOrDefault(at, ""), "", List.of());
    }
}
