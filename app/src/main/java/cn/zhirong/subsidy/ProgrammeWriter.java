package cn.zhirong.subsidy;

import cn.zhirong.bundle.YamlText;
import cn.zhirong.subsidy.ProgrammeContent.Clocks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the files of a bureau's programmes as {@link ProgrammeFiles} reads them. */
public final class ProgrammeWriter {
    private ProgrammeWriter() {}

    /**
     * A {@code programme.yml}.
     *
     * @param announced whether no rule is written beside it
     */
    public static String programme(Programme programme, List<Budgets.Budget> budgets, boolean announced) {
        ProgrammeContent content = programme.content();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("title", programme.title());
        map.put("kind", word(programme.kind()));
        map.put("policy", programme.policy());
        map.put("summary", content.summary());
        map.put("audience", content.audience());
        if (!content.materials().isEmpty()) {
            map.put(
                    "materials",
                    content.materials().stream().map(ProgrammeWriter::material).toList());
        }
        if (!content.windows().isEmpty()) {
            map.put(
                    "windows",
                    content.windows().stream().map(ProgrammeWriter::window).toList());
        }
        Map<String, Object> contact = new LinkedHashMap<>();
        text(contact, "place", content.contact().place());
        text(contact, "phone", content.contact().phone());
        if (!contact.isEmpty()) {
            map.put("contact", contact);
        }
        Map<String, Object> clocks = clocks(content.clocks());
        if (!clocks.isEmpty()) {
            map.put("clocks", clocks);
        }
        map.put("rationing", word(content.rationing()));
        if (content.places() != null) {
            map.put("places", content.places());
        }
        if (!budgets.isEmpty()) {
            map.put("budget", budgets.stream().map(ProgrammeWriter::budget).toList());
        }
        flag(map, "automatic", content.automatic());
        flag(map, "closed", content.closed());
        flag(map, "announced", announced);
        map.put("illustrative", content.illustrative());
        text(map, "note", content.note());
        return YamlText.write(map);
    }

    /** A {@code rates.yml}. */
    public static String rates(List<Vocabularies.KeptSeries> series) {
        return YamlText.write(Map.of(
                "rates",
                series.stream()
                        .map(kept -> {
                            Map<String, Object> points = new LinkedHashMap<>();
                            kept.series().rates().forEach((day, rate) -> points.put(day.toString(), rate.words()));
                            Map<String, Object> map = new LinkedHashMap<>();
                            map.put("name", kept.series().name());
                            map.put("label", kept.series().label());
                            map.put("kept-until", kept.series().keptUntil().toString());
                            map.put("illustrative", kept.illustrative());
                            map.put("points", points);
                            return map;
                        })
                        .toList()));
    }

    /** A {@code facts.yml}. */
    public static String facts(List<Vocabularies.Judged> judged) {
        return YamlText.write(Map.of(
                "facts",
                judged.stream()
                        .map(fact -> {
                            Map<String, Object> map = new LinkedHashMap<>();
                            map.put("name", fact.name());
                            map.put("label", fact.label());
                            flag(map, "retired", fact.retired());
                            return map;
                        })
                        .toList()));
    }

    private static Map<String, Object> material(ProgrammeContent.Material material) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", material.id());
        map.put("name", material.name());
        map.put("required", material.required());
        text(map, "provision", material.provision());
        text(map, "note", material.note());
        return map;
    }

    private static Map<String, Object> window(ProgrammeContent.Window window) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("from", window.from().toString());
        map.put("until", window.until().toString());
        text(map, "note", window.note());
        return map;
    }

    private static Map<String, Object> budget(Budgets.Budget budget) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("year", budget.year());
        map.put("amount", budget.amount().words());
        return map;
    }

    private static Map<String, Object> clocks(Clocks clocks) {
        Map<String, Object> map = new LinkedHashMap<>();
        days(map, "acceptance", clocks.acceptance());
        days(map, "correction", clocks.correction());
        days(map, "first-review", clocks.firstReview());
        days(map, "second-review", clocks.secondReview());
        days(map, "notice-days", clocks.noticeDays());
        days(map, "objection", clocks.objection());
        days(map, "payment", clocks.payment());
        return map;
    }

    private static void days(Map<String, Object> map, String key, int days) {
        if (days > 0) {
            map.put(key, days);
        }
    }

    private static void text(Map<String, Object> map, String key, String text) {
        if (!text.isEmpty()) {
            map.put(key, text);
        }
    }

    private static void flag(Map<String, Object> map, String key, boolean on) {
        if (on) {
            map.put(key, true);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
