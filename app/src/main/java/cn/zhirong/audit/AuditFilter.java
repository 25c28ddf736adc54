package cn.zhirong.audit;

import cn.zhirong.access.AuditQuery;
import cn.zhirong.web.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the search of the audit.
 *
 * @param typed by the name of the field, nothing left out and nothing changed
 * @param problems what cannot be searched for
 * @param query what can
 */
record AuditFilter(Map<String, String> typed, List<Refusal.Field> problems, AuditQuery query) {
    static final List<String> FIELDS = List.of("actor", "action", "object", "from", "until", "words");
    private static final int LIMIT = 200;

    static AuditFilter of(Map<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>();
        FIELDS.forEach(field -> typed.put(field, form.getOrDefault(field, "").strip()));
        List<Refusal.Field> problems = new ArrayList<>();
        for (String field : List.of("actor", "action", "object", "words")) {
            if (typed.getOrDefault(field, "").length() > LIMIT) {
                problems.add(new Refusal.Field(field, "查询词不能超过 " + LIMIT + " 个字。"));
            }
        }
        LocalDate from = day(typed, "from", "起始日期", problems);
        LocalDate until = day(typed, "until", "截止日期", problems);
        if (from != null && until != null && until.isBefore(from)) {
            problems.add(new Refusal.Field("until", "截止日期不能早于起始日期 " + from + "。"));
        }
        return new AuditFilter(
                typed,
                problems,
                new AuditQuery(
                        typed.getOrDefault("actor", ""),
                        typed.getOrDefault("action", ""),
                        typed.getOrDefault("object", ""),
                        from,
                        until,
                        typed.getOrDefault("words", "")));
    }

    /** As it stands in an address, empty where nothing was asked. */
    String address() {
        return typed.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static @Nullable LocalDate day(
            Map<String, String> typed, String field, String label, List<Refusal.Field> problems) {
        String value = typed.getOrDefault(field, "");
        if (value.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.getYear() >= 2000 && day.getYear() <= 2999) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // Told below, as a day out of bounds is.
        }
        problems.add(new Refusal.Field(field, label + "须是 2000 年至 2999 年间的日期，写成 2026-11-22 这样。"));
        return null;
    }
}
