package cn.zhirong.drafting;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.kernel.Rate;
import cn.zhirong.rule.Series;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.FormReader;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The dated rates that rules use, such as the LPR: each value with the day it was published, and until when it is kept. */
@Controller("/{slug}/console/rules/rates")
@ExecuteOn(TaskExecutors.BLOCKING)
class RatesController {
    private static final Rate MOST = Rate.percent(100);

    private final Vocabularies vocabularies;
    private final Drafts drafts;
    private final Pages pages;

    RatesController(Vocabularies vocabularies, Drafts drafts, Pages pages) {
        this.vocabularies = vocabularies;
        this.drafts = drafts;
        this.pages = pages;
    }

    @Needs(Action.RULE_SEE)
    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return show(request, tenant, Map.of(), null);
    }

    /** Adds a value, or only says until when nothing newer was published; a name that is new begins a series. */
    @Needs(Action.RULE_DRAFT)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> keep(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> sent) {
        Map<String, String> form = plain(sent);
        try {
            Series series = read(tenant, form);
            String corrected = corrected(tenant, visitor, series, form);
            boolean illustrative = vocabularies.series(tenant).stream()
                    .anyMatch(one -> one.series().name().equals(series.name()) && one.illustrative());
            vocabularies.keep(tenant, visitor.signedIn().username(), series, illustrative, corrected);
            return Flash.redirect(here(tenant), "已保存“" + series.label() + "”，维护到" + series.keptUntil() + "。");
        } catch (Refusal refusal) {
            return show(request, tenant, form, refusal);
        }
    }

    /** The fields of the form of a series bear its name, since a page has one of each. */
    private static Map<String, String> plain(Map<String, String> sent) {
        String prefix = sent.getOrDefault("name", "") + "-";
        Map<String, String> plain = new HashMap<>();
        sent.forEach((field, value) ->
                plain.put(field.startsWith(prefix) ? field.substring(prefix.length()) : field, value));
        return plain;
    }

    /**
     * What rules reckoned with already is not put right by whoever enters new values: it wants the right to publish, and a
     * reason.
     *
     * @return what is put right and why, for the audit; empty where nothing is
     */
    private String corrected(Tenant tenant, Visitor visitor, Series series, Map<String, String> form) {
        Map<LocalDate, Rate> there = vocabularies.series(tenant).stream()
                .map(Vocabularies.KeptSeries::series)
                .filter(one -> one.name().equals(series.name()))
                .findFirst()
                .<Map<LocalDate, Rate>>map(Series::rates)
                .orElse(Map.of());
        for (Map.Entry<LocalDate, Rate> point : series.rates().entrySet()) {
            Rate was = there.get(point.getKey());
            if (was == null || was.equals(point.getValue())) {
                continue;
            }
            String change = point.getKey() + " 的值 " + was.words() + " 改为 "
                    + point.getValue().words();
            if (!visitor.signedIn().may(Action.RULE_PUBLISH)) {
                throw Refusal.badField("rate", "这一天已经有值 " + was.words() + "。更正已有的值会改变所有用到它的金额，请由有发布权的人来改。");
            }
            String reason = new FormReader(form).raw("reason");
            if (reason.isEmpty() || reason.length() > 200) {
                throw Refusal.badField("reason", change + "：请写明更正的理由，1 至 200 个字。");
            }
            return change + "，理由：" + reason;
        }
        return "";
    }

    private Series read(Tenant tenant, Map<String, String> form) {
        FormReader reader = new FormReader(form);
        String name = reader.line("name", "参数编码", 1, 60);
        if (!name.matches("[a-z][a-z0-9-]{0,59}")) {
            reader.wrong("name", "参数编码由小写字母、数字和连字符组成，以字母开头。");
        }
        Optional<Series> known = vocabularies.series(tenant).stream()
                .map(Vocabularies.KeptSeries::series)
                .filter(one -> one.name().equals(name))
                .findFirst();
        String label = known.map(Series::label).orElseGet(() -> reader.line("label", "参数名称", 1, 100));
        TreeMap<LocalDate, Rate> points = new TreeMap<>();
        LocalDate day = day(reader, "day", "公布日期", false);
        String typed = reader.raw("rate");
        if ((day == null) != typed.isEmpty()) {
            reader.wrong(day == null ? "day" : "rate", "公布日期和利率要一起填写。");
        }
        Optional<Rate> rate = Rate.written(typed).filter(one -> one.ppm() >= 0 && one.compareTo(MOST) <= 0);
        if (!typed.isEmpty() && rate.isEmpty()) {
            reader.wrong("rate", "利率要带单位，例如 3.1%，不超过 100%。");
        }
        LocalDate kept = day(reader, "kept", "维护到", true);
        if (kept != null && kept.isAfter(drafts.today())) {
            reader.wrong("kept", "“维护到”不能晚于今天：以后的利率还不知道。");
        }
        if (kept != null && day != null && day.isAfter(kept)) {
            reader.wrong("day", "公布日期不能晚于“维护到”的日期。");
        }
        if (kept != null && known.filter(one -> kept.isBefore(one.keptUntil())).isPresent()) {
            reader.wrong("kept", "“维护到”不能早于原来的日期。");
        }
        reader.check();
        if (day != null && rate.isPresent()) {
            points.put(day, rate.get());
        }
        return new Series(name, label, points, kept == null ? drafts.today() : kept);
    }

    private static @Nullable LocalDate day(FormReader reader, String field, String label, boolean needed) {
        String typed = reader.raw(field);
        try {
            if (typed.isEmpty() && !needed) {
                return null;
            }
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            reader.wrong(field, label + "应当是日期，例如 2026-01-20。");
            return null;
        }
    }

    private static String here(Tenant tenant) {
        return RuleHeads.list(tenant) + "/rates";
    }

    private HttpResponse<String> show(
            HttpRequest<?> request, Tenant tenant, Map<String, String> typed, @Nullable Refusal refusal) {
        List<RatesView.Series> series = vocabularies.series(tenant).stream()
                .map(kept -> new RatesView.Series(
                        kept.series().name(),
                        kept.series().label(),
                        kept.illustrative(),
                        kept.series().keptUntil().toString(),
                        kept.series().keptUntil().isBefore(drafts.today().minusDays(31)),
                        kept.series().rates().descendingMap().entrySet().stream()
                                .map(point -> new RatesView.Point(
                                        point.getKey().toString(),
                                        point.getValue().words()))
                                .toList()))
                .toList();
        String name = typed.getOrDefault("name", "");
        boolean known = series.stream().anyMatch(one -> one.name().equals(name));
        return pages.show(
                request,
                refusal == null ? HttpStatus.OK : refusal.status(),
                "drafting/console-rates",
                new RatesView(
                        here(tenant),
                        RuleHeads.list(tenant),
                        series,
                        typed,
                        !known,
                        drafts.today().toString(),
                        FormErrors.of(refusal).stream()
                                .map(problem -> known && !problem.field().equals(FormErrors.WHOLE)
                                        ? new Refusal.Field(name + "-" + problem.field(), problem.message())
                                        : problem)
                                .toList()));
    }
}
