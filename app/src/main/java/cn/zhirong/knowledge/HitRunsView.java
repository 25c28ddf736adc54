package cn.zhirong.knowledge;

import cn.zhirong.policy.PageTab;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest runs.
 *
 * @param here address of this page
 */
public record HitRunsView(String here, List<PageTab> tabs, List<Refusal.Field> problems, List<Row> rows) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /** A run in the list. */
    public record Row(
            String at,
            String href,
            String cause,
            String about,
            String by,
            String first,
            String third,
            String tenth,
            String decision) {}

    static HitRunsView of(String slug, List<HitRunRow> runs, @Nullable Refusal refusal) {
        String here = "/" + slug + "/console/hits/runs";
        return new HitRunsView(
                here,
                HitTabs.of(slug, HitTabs.Part.RUNS),
                FormErrors.of(refusal),
                runs.stream().map(run -> row(here, run)).toList());
    }

    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    private static Row row(String here, HitRunRow run) {
        return new Row(
                minute(run.ranAt()),
                here + "/" + run.id(),
                run.cause().label(),
                run.about(),
                run.ranBy(),
                RankWords.share(run.hitAtOne(), run.asked()),
                RankWords.share(run.hitAtThree(), run.asked()),
                RankWords.share(run.hitAtTen(), run.asked()),
                run.decision() == null ? "" : run.decision().label());
    }
}
