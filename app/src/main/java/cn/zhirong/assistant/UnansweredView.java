package cn.zhirong.assistant;

import cn.zhirong.knowledge.PassageHit;
import cn.zhirong.policy.PageTab;
import cn.zhirong.policy.PolicyLink;
import cn.zhirong.web.Refusal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Questions nobody could answer.
 *
 * @param here address of this page
 * @param states those that wait, and those something was done about
 * @param done whether the latter are shown
 */
public record UnansweredView(
        String here,
        List<PageTab> tabs,
        List<PageTab> states,
        boolean done,
        List<Refusal.Field> problems,
        String typed,
        List<Row> rows) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /** A question. */
    public record Row(
            String digest,
            String question,
            String reason,
            String times,
            String last,
            List<Place> nearest,
            String remark,
            String by) {}

    /** A clause that comes near it. */
    public record Place(String text, String href) {}

    static Row row(String slug, Unanswered.Entry entry, List<PassageHit> nearest) {
        UnansweredHandlingRow handling = entry.handling();
        return new Row(
                entry.digest(),
                entry.text(),
                reason(entry),
                entry.times() + " 次",
                MINUTE.format(entry.lastAt()),
                nearest.stream().map(hit -> place(slug, hit)).toList(),
                handling == null ? "" : handling.remark(),
                handling == null ? "" : handling.handledBy());
    }

    private static String reason(Unanswered.Entry entry) {
        Answer.Reason reason = entry.reason();
        String why = reason == null
                ? ""
                : switch (reason) {
                    case NOT_STATED -> "文件没有写明";
                    case NOT_IN_FORCE -> "只有失效文件写过";
                    case OUT_OF_SCOPE -> "不属于本单位事项";
                    case PERSONAL_STATUS -> "问办件进度";
                    case CANNOT_ACT -> "请代为办理";
                    case INSTRUCTION -> "不是提问";
                    case TOO_LONG -> "问题太长";
                };
        String unhelpful = entry.unhelpful() == 0 ? "" : "没有帮助 " + entry.unhelpful() + " 次";
        return why + (why.isEmpty() || unhelpful.isEmpty() ? "" : "，") + unhelpful;
    }

    private static Place place(String slug, PassageHit hit) {
        String path =
                hit.passage().path().isEmpty() ? "文件标题与发文信息" : hit.passage().path();
        return new Place(
                "《" + hit.passage().title() + "》" + path,
                PolicyLink.path(
                        slug,
                        hit.passage().policyId(),
                        hit.passage().versionNumber(),
                        hit.passage().anchor()));
    }
}
