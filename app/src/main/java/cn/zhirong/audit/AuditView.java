package cn.zhirong.audit;

import cn.zhirong.access.AuditEntry;
import cn.zhirong.access.AuditWords;
import cn.zhirong.web.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * A page of the audit.
 *
 * @param here address of the search
 * @param typed what was searched for, by field
 * @param actions what the choice of actions offers
 * @param older address of the next page, or empty
 * @param newest address of the first page, or empty on it
 */
public record AuditView(
        String here,
        Map<String, String> typed,
        List<Refusal.Field> problems,
        List<Choice> actions,
        List<Row> rows,
        String older,
        String newest) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    /** An action to choose. */
    public record Choice(String value, String text) {}

    /** A line of the table. */
    public record Row(
            String number, String href, String time, String actor, String action, String object, String detail) {}

    static AuditView of(String here, AuditFilter filter, List<AuditEntry> entries, boolean first, boolean more) {
        String address = filter.address();
        String search = here + "?" + (address.isEmpty() ? "" : address + "&");
        return new AuditView(
                here,
                filter.typed(),
                filter.problems(),
                AuditWords.choices().entrySet().stream()
                        .map(word -> new Choice(word.getKey(), word.getValue()))
                        .toList(),
                entries.stream().map(entry -> row(here, entry)).toList(),
                more ? search + "before=" + entries.getLast().number() : "",
                first ? "" : search);
    }

    private static Row row(String here, AuditEntry entry) {
        return new Row(
                String.valueOf(entry.number()),
                here + "/entries/" + entry.number(),
                time(entry.happenedAt()),
                actor(entry.actor()),
                AuditWords.of(entry.action()),
                entry.object(),
                shortened(AuditNotes.of(entry)));
    }

    private static String shortened(String notes) {
        return notes.length() > 80 ? notes.substring(0, 80) + "…" : notes;
    }

    /** In Shanghai, to the second. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static String actor(String actor) {
        return switch (actor) {
            case "system" -> "系统";
            case "command-line" -> "命令行";
            default -> actor;
        };
    }
}
