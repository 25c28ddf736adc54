package cn.zhirong.audit;

import cn.zhirong.access.AuditEntry;
import cn.zhirong.access.AuditWords;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One entry with everything that is kept of it.
 *
 * @param list address of the list
 * @param title the action in Chinese
 * @param facts name and value, in order
 * @param changed whether before or after was stated
 */
public record AuditEntryView(
        String list, String title, List<Fact> facts, boolean changed, String before, String after) {

    /** A name and its value, as the kit's summary reads them. */
    public record Fact(String key, String value) {}

    static AuditEntryView of(String list, AuditEntry entry) {
        return new AuditEntryView(
                list,
                AuditWords.of(entry.action()),
                facts(entry),
                entry.stateBefore() != null || entry.stateAfter() != null,
                Objects.requireNonNullElse(entry.stateBefore(), "（没有记）"),
                Objects.requireNonNullElse(entry.stateAfter(), "（没有记）"));
    }

    private static List<Fact> facts(AuditEntry entry) {
        String notes = AuditNotes.of(entry);
        return Stream.of(
                        new Fact("序号", String.valueOf(entry.number())),
                        new Fact("时间（北京时间）", AuditView.time(entry.happenedAt())),
                        new Fact("人员", AuditView.actor(entry.actor())),
                        new Fact("动作代码", entry.action()),
                        new Fact("对象", entry.object()),
                        new Fact("说明", said(notes)),
                        new Fact("说明的记录原文", notes.equals(entry.detail()) ? "" : entry.detail()),
                        new Fact("来源地址", said(entry.source())),
                        new Fact("所依据的决定", said(Objects.requireNonNullElse(entry.decision(), ""))),
                        new Fact("前一条的哈希", grouped(entry.previousHash())),
                        new Fact("这一条的哈希", grouped(entry.hash())))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    /** In groups, so that it can be read aloud and breaks where the window is narrow. */
    private static String grouped(String hash) {
        return hash.replaceAll("(.{16})(?=.)", "$1 ");
    }

    private static String said(String value) {
        return value.isEmpty() ? "—" : value;
    }
}
