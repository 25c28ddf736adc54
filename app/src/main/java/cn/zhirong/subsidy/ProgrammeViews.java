package cn.zhirong.subsidy;

import cn.zhirong.rule.RuleSentence;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Programmes as their pages show them. For {@code templates/subsidy/list.ftlh} and {@code programme.ftlh}. */
public final class ProgrammeViews {
    private ProgrammeViews() {}

    /** A line of facts. */
    public record Row(String key, String value) {}

    /** A programme in the list. */
    public record Card(
            String href, String title, String kind, String summary, String state, String tone, boolean illustrative) {}

    /** The list. */
    public record ListView(String here, List<Card> cards, boolean calculates) {}

    /** A version of the rule. */
    public record Version(String number, String days, String state, String tone, String sentence) {}

    /** Something to hand in. */
    public record Material(String name, boolean required, String note, ClauseLinks.@Nullable Clause clause) {}

    /** A condition or an amount with its clause. */
    public record Clause(String says, ClauseLinks.@Nullable Clause clause) {}

    /** One programme. */
    public record ProgrammeView(
            String code,
            String title,
            String kind,
            String summary,
            String state,
            String tone,
            boolean illustrative,
            boolean draft,
            List<Row> facts,
            List<Clause> conditions,
            List<Clause> amounts,
            List<Material> materials,
            List<Version> versions,
            String policyHref,
            String policyTitle,
            String calculate,
            String list,
            String note) {}

    /** What one can do now, in words, with its tone. */
    public record Standing(String words, String tone) {}

    /** How a programme stands on the day; {@code all} are its published versions. */
    public static Standing standing(
            Programme programme, Optional<RuleVersion> holding, List<RuleVersion> all, LocalDate day) {
        if (programme.content().announced()) {
            return new Standing("尚未公布", "wait");
        }
        if (holding.isEmpty() && all.isEmpty()) {
            return new Standing("规则尚未公布", "wait");
        }
        if (holding.isEmpty()) {
            return all.stream()
                    .map(version -> version.effective().from())
                    .filter(from -> from.isAfter(day))
                    .min(LocalDate::compareTo)
                    .map(from -> new Standing(from + " 起施行", "wait"))
                    .orElse(new Standing("已失效", "gone"));
        }
        if (holding.get().rule().basis().draftForComment()) {
            return new Standing("征求意见", "wait");
        }
        ProgrammeContent content = programme.content();
        if (content.closed()) {
            return new Standing("暂停受理", "wait");
        }
        if (content.isOpen(day)) {
            return content.window(day)
                    .map(window ->
                            new Standing("正在受理，还剩 " + (ChronoUnit.DAYS.between(day, window.until()) + 1) + " 天", "ok"))
                    .orElse(new Standing("常年受理", "ok"));
        }
        return content.window(day)
                .map(window -> new Standing(window.from() + " 起受理", "info"))
                .orElse(new Standing("本期受理已结束", "gone"));
    }

    static List<Version> versions(
            List<RuleVersion> newestFirst,
            Optional<RuleVersion> holding,
            LocalDate day,
            ClauseLinks.Lookup links,
            UnaryOperator<String> ruleNames) {
        List<Version> views = new ArrayList<>();
        LocalDate next = null;
        for (RuleVersion version : newestFirst) {
            LocalDate from = version.effective().from();
            LocalDate until = version.effective().until();
            LocalDate last = next != null && (until == null || !until.isBefore(next)) ? next.minusDays(1) : until;
            boolean now = holding.filter(one -> one.id() == version.id()).isPresent();
            boolean draft = version.rule().basis().draftForComment();
            views.add(new Version(
                    "第 " + version.number() + " 版",
                    from + (last == null ? " 起" : " 至 " + last),
                    draft ? "征求意见" : now ? "现行" : from.isAfter(day) ? "尚未施行" : "已失效",
                    draft ? "wait" : now ? "ok" : from.isAfter(day) ? "wait" : "gone",
                    links.words(RuleSentence.of(version.rule(), ruleNames))));
            next = from;
        }
        return views;
    }

    static List<Row> facts(ProgrammeContent content, LocalDate day) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("惠及对象", content.audience()));
        rows.add(new Row("受理时间", windows(content)));
        ProgrammeContent.Clocks clocks = content.clocks();
        List<String> steps = new ArrayList<>();
        step(steps, "受理", clocks.acceptance(), " 个工作日");
        step(steps, "初审", clocks.firstReview(), " 个工作日");
        step(steps, "复核", clocks.secondReview(), " 个工作日");
        step(steps, "公示", clocks.noticeDays(), " 天");
        step(steps, "拨付", clocks.payment(), " 个工作日");
        if (!steps.isEmpty()) {
            rows.add(new Row("办理时限", String.join("，", steps)));
        }
        rows.add(new Row(
                "预算不够时",
                content.rationing().label() + (content.places() == null ? "" : "，" + content.places() + " 个名额")));
        if (content.automatic()) {
            rows.add(new Row("免申即享", "本单位从企业库里找出符合条件的企业，企业确认即可"));
        }
        if (!content.contact().place().isEmpty()) {
            rows.add(new Row("受理地点", content.contact().place()));
        }
        if (!content.contact().phone().isEmpty()) {
            rows.add(new Row("咨询电话", content.contact().phone()));
        }
        return rows;
    }

    private static String windows(ProgrammeContent content) {
        if (content.windows().isEmpty()) {
            return content.announced() ? "尚未公布" : "常年受理";
        }
        return String.join(
                "；",
                content.windows().stream()
                        .map(window -> window.from() + " 至 " + window.until()
                                + (window.note().isEmpty() ? "" : "（" + window.note() + "）"))
                        .toList());
    }

    private static void step(List<String> steps, String name, int days, String unit) {
        if (days > 0) {
            steps.add(name + " " + days + unit);
        }
    }
}
