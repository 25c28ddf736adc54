package cn.zhirong.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A page of somebody's inbox.
 *
 * @param here its address
 * @param unread how many in all are not read
 * @param newest the key of the newest one shown, up to which "all" means
 * @param older address of the next page, or empty
 */
public record InboxView(String here, int unread, String newest, List<Row> rows, String older) {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /** A notice; {@code paragraphs} are the lines of its words. */
    public record Row(String id, String title, List<String> paragraphs, String time, String link, boolean unread) {}

    static InboxView of(String here, int unread, List<InboxRow> rows, boolean more) {
        return new InboxView(
                here,
                unread,
                rows.isEmpty() ? "0" : String.valueOf(rows.getFirst().id()),
                rows.stream().map(InboxView::row).toList(),
                more ? here + "?before=" + rows.getLast().id() : "");
    }

    private static Row row(InboxRow row) {
        return new Row(
                String.valueOf(row.id()),
                row.title(),
                row.words().lines().filter(line -> !line.isBlank()).toList(),
                time(row.createdAt()),
                row.link(),
                row.readAt() == null);
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }
}
