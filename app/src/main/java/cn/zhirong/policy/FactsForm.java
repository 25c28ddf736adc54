package cn.zhirong.policy;

import cn.zhirong.document.DocumentKind;
import cn.zhirong.web.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form with the facts of a version, as typed: nothing is lost when it comes back with errors. Field names are those of the
 * messages in {@link FactsCheck}.
 *
 * @param issuers one a line
 * @param audience the chosen words
 */
public record FactsForm(
        String title,
        String documentNumber,
        String issuers,
        String kind,
        String level,
        List<String> audience,
        String signedOn,
        String publishedOn,
        String effectiveFrom,
        String expiresOn,
        String repealedOn,
        String source,
        boolean illustrative,
        String note) {
    public FactsForm {
        audience = List.copyOf(audience);
    }

    static FactsForm of(PolicyFacts facts) {
        return new FactsForm(
                facts.title(),
                facts.documentNumber(),
                String.join("\n", facts.issuers()),
                facts.kind().name(),
                facts.level().name(),
                facts.audience(),
                day(facts.signedOn()),
                day(facts.publishedOn()),
                day(facts.effectiveFrom()),
                day(facts.expiresOn()),
                day(facts.repealedOn()),
                facts.source(),
                facts.illustrative(),
                facts.note());
    }

    static FactsForm typed(Map<String, List<String>> fields) {
        return new FactsForm(
                first(fields, "title"),
                first(fields, "documentNumber"),
                first(fields, "issuers"),
                first(fields, "kind"),
                first(fields, "level"),
                fields.getOrDefault("audience", List.of()),
                first(fields, "signedOn"),
                first(fields, "publishedOn"),
                first(fields, "effectiveFrom"),
                first(fields, "expiresOn"),
                first(fields, "repealedOn"),
                first(fields, "source"),
                fields.containsKey("illustrative"),
                first(fields, "note"));
    }

    /** The facts, or a refusal that names every field that cannot be read or is out of bounds. */
    PolicyFacts facts() {
        List<Refusal.Field> errors = new ArrayList<>();
        DocumentKind wantedKind = word(DocumentKind.values(), kind, "kind", "请选择文件种类。", errors);
        Level wantedLevel = word(Level.values(), level, "level", "请选择层级。", errors);
        PolicyFacts facts = new PolicyFacts(
                title.strip(),
                documentNumber.strip(),
                Arrays.stream(issuers.split("[\\n\\r、]+"))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList(),
                wantedKind,
                wantedLevel,
                audience,
                day("signedOn", "成文日期", signedOn, errors),
                day("publishedOn", "发布日期", publishedOn, errors),
                day("effectiveFrom", "施行日期", effectiveFrom, errors),
                day("expiresOn", "失效日期", expiresOn, errors),
                day("repealedOn", "废止日期", repealedOn, errors),
                source.strip(),
                illustrative,
                note.strip());
        errors.addAll(FactsCheck.errors(facts));
        if (!errors.isEmpty()) {
            throw Refusal.badInput("有 " + errors.size() + " 处需要修改。", errors);
        }
        return facts;
    }

    private static <E extends Enum<E>> E word(
            E[] all, String typed, String field, String message, List<Refusal.Field> errors) {
        for (E one : all) {
            if (one.name().equals(typed)) {
                return one;
            }
        }
        errors.add(new Refusal.Field(field, message));
        return all[0];
    }

    private static @Nullable LocalDate day(String field, String name, String typed, List<Refusal.Field> errors) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException malformed) {
            errors.add(new Refusal.Field(field, name + "应当写成 2026-03-01 这样。"));
            return null;
        }
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String first(Map<String, List<String>> fields, String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }
}
