package cn.zhirong.enterprise;

import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The form of facts, of one year or of none: for officers and for the firm itself. */
final class FactsForm {
    static final int FIRST_YEAR = 2000;
    private static final int LONGEST_EVIDENCE = 300;

    private FactsForm() {}

    /**
     * The form as it is shown.
     *
     * @param here where it is sent
     * @param back where its page is
     * @param declares whether the firm itself fills it in
     * @param imported whether anything of it is known from an import and can be confirmed
     * @param confirms whether it was chosen to do so
     * @param problems what is wrong
     */
    public record View(
            String title,
            String name,
            String here,
            String back,
            boolean declares,
            List<Input> inputs,
            String asOf,
            String evidence,
            String today,
            boolean imported,
            boolean confirms,
            List<Refusal.Field> problems) {}

    /** A field; {@code kind} is text, number, date or choice. */
    public record Input(
            String name, String label, String kind, String hint, String suffix, String value, List<Choice> choices) {}

    /** Something to choose. */
    public record Choice(String value, String text) {}

    /**
     * The form as an officer or the firm itself sees it.
     *
     * @param page the address of the firm's page
     * @param year the year, or 0
     * @param declares whether the firm itself fills it in
     */
    static View view(Profile profile, String page, int year, boolean declares, FilledForm typed, LocalDate today) {
        return new View(
                (declares ? "申报" : "") + (year > 0 ? (declares ? " " : "") + year + " 年度数据" : "基本信息"),
                profile.name(),
                page + (year > 0 ? "/years/" + year : "/facts"),
                back(page, year),
                declares,
                inputs(profile, year, declares, typed),
                typed.orElse("asOf", day(profile, year, declares, today).toString()),
                typed.orElse("evidence", ""),
                today.toString(),
                !declares && isImported(profile, year),
                isConfirmed(typed.fields()),
                typed.problems());
    }

    /** The part of the firm's page on which the figures of this year, or of none, stand. */
    static String back(String page, int year) {
        return page + (year > 0 ? "?part=" + ProfileViews.YEARS : "");
    }

    /**
     * The fields with what was typed, or with what is there: for the firm what is in force, for an officer what the bureau itself
     * knows, so that saving one field does not verify what was declared in another.
     */
    private static List<Input> inputs(Profile profile, int year, boolean declares, FilledForm typed) {
        return FactField.entered(year > 0).stream()
                .map(field -> {
                    FactValue known = declares ? profile.value(field, year) : ofBureau(profile, field, year);
                    return input(field, typed.orElse(name(field), FactText.typed(field, known)));
                })
                .toList();
    }

    private static FactValue ofBureau(Profile profile, FactField field, int year) {
        Fact fact = profile.ofBureau(field, year);
        return fact == null ? FactValue.UNKNOWN : fact.value();
    }

    /**
     * The day that is offered: the end of the year if it is over, else today; to an officer none before what the bureau knows of a
     * later one, which would stay in force.
     */
    private static LocalDate day(Profile profile, int year, boolean declares, LocalDate today) {
        LocalDate end = year > 0 ? LocalDate.of(year, 12, 31) : today;
        LocalDate offered = end.isAfter(today) ? today : end;
        return Stream.concat(
                        Stream.of(offered),
                        declares ? Stream.of() : ofBureau(profile, year).map(Fact::asOf))
                .max(Comparator.naturalOrder())
                .orElse(offered);
    }

    private static boolean isImported(Profile profile, int year) {
        return ofBureau(profile, year)
                .anyMatch(fact ->
                        fact.source() == FactSource.IMPORTED && fact.value().isKnown());
    }

    private static Stream<Fact> ofBureau(Profile profile, int year) {
        return FactField.entered(year > 0).stream().flatMap(field -> Stream.ofNullable(profile.ofBureau(field, year)));
    }

    private static boolean isConfirmed(Map<String, String> typed) {
        return "yes".equals(typed.get("confirms"));
    }

    /**
     * Reads it whole.
     *
     * @throws Refusal with all that is wrong
     */
    static FactDesk.Entered read(int year, Map<String, String> typed, LocalDate today) {
        List<Refusal.Field> wrong = new ArrayList<>();
        Map<FactField, FactValue> values = new EnumMap<>(FactField.class);
        for (FactField field : FactField.entered(year > 0)) {
            // What the form did not carry is left as it is.
            if (typed.containsKey(name(field))) {
                try {
                    FactValue value = FactReader.read(field, typed.getOrDefault(name(field), ""));
                    if (field == FactField.NAME && !value.isKnown()) {
                        throw new IllegalArgumentException("企业名称须为 2 至 100 个字，不能空着。");
                    }
                    values.put(field, value);
                } catch (IllegalArgumentException bad) {
                    wrong.add(new Refusal.Field(name(field), String.valueOf(bad.getMessage())));
                }
            }
        }
        FactsCheck.of(values, today).forEach((field, message) -> wrong.add(new Refusal.Field(name(field), message)));
        LocalDate asOf = asOf(typed, today, wrong);
        String evidence = evidence(typed, wrong);
        if (!wrong.isEmpty()) {
            throw Refusal.badInput("有几处需要改正。", wrong);
        }
        return new FactDesk.Entered(year, values, asOf, evidence, isConfirmed(typed));
    }

    /** The day of which what is entered is true. */
    static LocalDate asOf(Map<String, String> typed, LocalDate today, List<Refusal.Field> wrong) {
        try {
            LocalDate asOf = FactReader.day("数据日期", typed.getOrDefault("asOf", ""));
            if (!asOf.isAfter(today)) {
                return asOf;
            }
            wrong.add(new Refusal.Field("asOf", "数据日期不能晚于今天 " + today + "。"));
        } catch (IllegalArgumentException bad) {
            wrong.add(new Refusal.Field("asOf", String.valueOf(bad.getMessage())));
        }
        return today;
    }

    /** What it rests on. */
    static String evidence(Map<String, String> typed, List<Refusal.Field> wrong) {
        try {
            return FactReader.line("依据", typed.getOrDefault("evidence", ""), 2, LONGEST_EVIDENCE);
        } catch (IllegalArgumentException bad) {
            wrong.add(new Refusal.Field("evidence", String.valueOf(bad.getMessage())));
            return "";
        }
    }

    /** A year that figures can be of; anything else is not there. */
    static int year(int year, LocalDate today) {
        if (year < FIRST_YEAR || year > today.getYear()) {
            throw Refusal.notFound();
        }
        return year;
    }

    static String name(FactField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static Input input(FactField field, String value) {
        return switch (field.type()) {
            case TEXT -> new Input(name(field), field.label(), "text", "", "", value, List.of());
            case INDUSTRY ->
                new Input(
                        name(field),
                        field.label(),
                        "short",
                        "国民经济行业分类 GB/T 4754—2017，二至四位数字，例如 3562；仓储、房地产请填到三位。",
                        "",
                        value,
                        List.of());
            case DATE -> new Input(name(field), field.label(), "date", "", "", value, List.of());
            case MONEY, COUNT, RATE ->
                new Input(name(field), field.label(), "number", "", field.unit(), value, List.of());
            case FLAG ->
                new Input(
                        name(field),
                        field.label(),
                        "choice",
                        "",
                        "",
                        value,
                        List.of(new Choice("否", "否"), new Choice("是", "是")));
            case CHOICE ->
                new Input(
                        name(field),
                        field.label(),
                        "choice",
                        "",
                        "",
                        value,
                        field.choices().stream().map(it -> new Choice(it, it)).toList());
        };
    }
}
