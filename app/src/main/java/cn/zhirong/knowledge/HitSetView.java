package cn.zhirong.knowledge;

import cn.zhirong.policy.PageTab;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The list of a bureau's questions, with where they stood at the last run.
 *
 * @param here address of this page
 * @param typed what was typed into the form that adds one
 * @param figures of the last run, or empty
 * @param lastRun address of the last run, or empty
 */
public record HitSetView(
        String here,
        List<PageTab> tabs,
        String typed,
        List<Refusal.Field> problems,
        List<Figure> figures,
        String lastRun,
        List<Row> rows) {

    /** One number with its name. */
    public record Figure(String label, String value, String note) {}

    /** A question of the set. */
    public record Row(String text, String href, List<String> clauses, String place, String tone) {}

    static HitSetView of(
            String slug, List<HitQuestion> questions, @Nullable HitRun last, String typed, @Nullable Refusal refusal) {
        String here = "/" + slug + "/console/hits";
        Map<Long, HitResult> results = last == null
                ? Map.of()
                : last.results().stream().collect(Collectors.toMap(HitResult::questionId, Function.identity()));
        return new HitSetView(
                here,
                HitTabs.of(slug, HitTabs.Part.QUESTIONS),
                typed,
                FormErrors.of(refusal),
                last == null ? List.of() : figures(last),
                last == null ? "" : here + "/runs/" + last.id(),
                questions.stream()
                        .map(question -> row(here, question, results.get(question.id())))
                        .toList());
    }

    static List<Figure> figures(HitRun run) {
        return List.of(1, HitTest.PASS, 10).stream()
                .map(first -> new Figure(
                        first == 1 ? "排在第 1 位" : "前 " + first + " 位之内",
                        RankWords.share(run.hitsAt(first), run.results().size()),
                        run.results().stream().anyMatch(HitResult::compared) ? "此前 " + run.hitsBeforeAt(first) : ""))
                .toList();
    }

    private static Row row(String here, HitQuestion question, @Nullable HitResult result) {
        String place;
        String tone;
        if (question.clauses().isEmpty()) {
            place = "还没有设应命中条款";
            tone = "wait";
        } else if (result == null || !result.question().equals(question.text())) {
            place = "还没有运行";
            tone = "neutral";
        } else if (result.missing()) {
            place = "条款已不在有效文件中";
            tone = "bad";
        } else {
            place = RankWords.place(result.rank());
            tone = result.passes() ? "ok" : "bad";
        }
        return new Row(
                question.text(),
                here + "/questions/" + question.id(),
                question.clauses().stream().map(HitClause::words).toList(),
                place,
                tone);
    }
}
