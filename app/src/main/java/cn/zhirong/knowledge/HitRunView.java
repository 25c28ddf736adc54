package cn.zhirong.knowledge;

import cn.zhirong.access.Action;
import cn.zhirong.access.Person;
import cn.zhirong.knowledge.HitRun.Cause;
import cn.zhirong.policy.PageFact;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.Refusal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run: what changed first.
 *
 * @param runs address of the list
 * @param here address of this page
 * @param compared with what it is compared, or empty
 * @param verdict in one sentence, what changed
 * @param synonyms the settings' synonyms, one a line
 * @param open whether a trial waits for a decision
 * @param adopts whether this person may adopt it
 */
public record HitRunView(
        String runs,
        String here,
        String title,
        String compared,
        String verdict,
        List<Refusal.Field> problems,
        List<PageFact> facts,
        List<HitSetView.Figure> figures,
        String synonyms,
        List<Row> rows,
        boolean open,
        boolean adopts) {

    /** A question with its places. */
    public record Row(
            String question,
            String href,
            String change,
            String tone,
            String before,
            String now,
            List<String> expected,
            List<String> top) {}

    static HitRunView of(String slug, Person person, HitRun run, @Nullable Refusal refusal) {
        String hits = "/" + slug + "/console/hits";
        return new HitRunView(
                hits + "/runs",
                hits + "/runs/" + run.id(),
                run.cause().label() + (run.about().isEmpty() ? "" : "：" + run.about()),
                compared(run),
                verdict(run),
                FormErrors.of(refusal),
                facts(run),
                HitSetView.figures(run),
                SynonymList.written(run.settings().synonyms()),
                run.results().stream()
                        .sorted(Comparator.comparingInt(result -> order(result.change())))
                        .map(result -> row(hits, result))
                        .toList(),
                run.cause() == Cause.TRIAL && run.decision() == null,
                person.may(Action.SEARCH_QUALITY_ADOPT));
    }

    private static String compared(HitRun run) {
        return switch (run.cause()) {
            case PRESENT -> run.results().stream().anyMatch(HitResult::compared) ? "上一次运行" : "";
            case TRIAL -> "现行配置";
            case GATE -> "发布前的检索";
        };
    }

    private static String verdict(HitRun run) {
        long better = count(run, HitResult.Change.WON) + count(run, HitResult.Change.BETTER);
        long worse = count(run, HitResult.Change.WORSE);
        int lost = run.lost().size();
        if (compared(run).isEmpty()) {
            return "";
        }
        String moved =
                "名次上升 " + better + " 道，下降 " + (worse + lost) + " 道，不变 " + count(run, HitResult.Change.SAME) + " 道。";
        return lost == 0 ? "没有题目不再通过。" + moved : lost + " 道题不再通过。" + moved;
    }

    private static long count(HitRun run, HitResult.Change change) {
        return run.results().stream()
                .filter(result -> result.change() == change)
                .count();
    }

    private static List<PageFact> facts(HitRun run) {
        String decided = run.decision() == null
                ? ""
                : run.decision().label() + "（" + run.decidedBy() + "）"
                        + (run.reason() == null || run.reason().isEmpty() ? "" : "：" + run.reason());
        return List.of(
                new PageFact("时间", HitRunsView.minute(run.ranAt())),
                new PageFact("运行人", run.ranBy()),
                new PageFact("按哪一天的效力", run.asOf().toString()),
                new PageFact("语义比重", run.settings().meaningPercent() + "%"),
                new PageFact("同义词", run.settings().synonyms().size() + " 组"),
                new PageFact("用时", (run.millis() + 999) / 1000 + " 秒"),
                new PageFact("处理", decided));
    }

    private static Row row(String hits, HitResult result) {
        return new Row(
                result.question(),
                hits + "/questions/" + result.questionId(),
                RankWords.change(result.change()),
                result.missing() ? "bad" : RankWords.tone(result.change()),
                result.compared() ? RankWords.place(result.before()) : "—",
                result.missing() ? "条款已不在有效文件中" : RankWords.place(result.rank()),
                result.expected(),
                result.top());
    }

    private static int order(HitResult.Change change) {
        return switch (change) {
            case LOST -> 0;
            case WORSE -> 1;
            case WON -> 2;
            case BETTER -> 3;
            case NEW -> 4;
            case SAME -> 5;
        };
    }
}
