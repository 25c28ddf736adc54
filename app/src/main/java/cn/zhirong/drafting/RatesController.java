package cn.zhirong.drafting;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.kernel.Rate;
import cn.zhirong.rule.Series;
import cn.zhirong.subsidy.RateEntries;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormReader;
import cn.zhirong.web.Ids;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The dated rates that rules use, such as the LPR: each value with the day it was published, and until when it is kept. */
@Controller("/{slug}/console/rules/rates")
@ExecuteOn(TaskExecutors.BLOCKING)
class RatesController {
    private static final Rate MOST = Rate.percent(100);

    private final Vocabularies vocabularies;
    private final RateEntries entries;
    private final Drafts drafts;
    private final RatesPages pages;

    RatesController(Vocabularies vocabularies, RateEntries entries, Drafts drafts, RatesPages pages) {
        this.vocabularies = vocabularies;
        this.entries = entries;
        this.drafts = drafts;
        this.pages = pages;
    }

    @Needs(Action.RULE_SEE)
    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return pages.show(request, tenant, visitor, Map.of(), null);
    }

    /** Enters a value, or only until when nothing newer was published; a name that is new begins a series. */
    @Needs(Action.RULE_DRAFT)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> enter(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> sent) {
        Map<String, String> form = plain(sent);
        try {
            Series series = read(tenant, form);
            String reason = reason(tenant, visitor, series, form);
            boolean waits = entries.enter(tenant, visitor.signedIn().username(), series, reason);
            return Flash.redirect(
                    RatesPages.here(tenant),
                    waits ? "已录入“" + series.label() + "”，等待另一人确认后生效。" : "已保存“" + series.label() + "”，没有需要确认的改动。");
        } catch (Refusal refusal) {
            return pages.show(request, tenant, visitor, form, refusal);
        }
    }

    /** Another person than who entered it lets a value hold. */
    @Needs(Action.RULE_PUBLISH)
    @Post("/{entryId}/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(HttpRequest<?> request, Tenant tenant, Visitor visitor, String entryId) {
        try {
            String now = entries.confirm(tenant, visitor.signedIn().username(), Ids.of(entryId));
            return Flash.redirect(RatesPages.here(tenant), "已确认：" + now + "。");
        } catch (Refusal refusal) {
            return refused(request, tenant, visitor, refusal);
        }
    }

    /** What waits is taken back. */
    @Needs(Action.RULE_DRAFT)
    @Post("/{entryId}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> withdraw(HttpRequest<?> request, Tenant tenant, Visitor visitor, String entryId) {
        try {
            entries.withdraw(tenant, visitor.signedIn().username(), Ids.of(entryId));
            return Flash.redirect(RatesPages.here(tenant), "已撤下，没有生效。");
        } catch (Refusal refusal) {
            return refused(request, tenant, visitor, refusal);
        }
    }

    private HttpResponse<?> refused(HttpRequest<?> request, Tenant tenant, Visitor visitor, Refusal refusal) {
        if (refusal.status() == HttpStatus.NOT_FOUND) {
            throw refusal;
        }
        return pages.show(request, tenant, visitor, Map.of(), refusal);
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
     * @return why it is put right; empty where nothing is
     */
    private String reason(Tenant tenant, Visitor visitor, Series series, Map<String, String> form) {
        Map<LocalDate, Rate> there = known(tenant, series.name())
                .<Map<LocalDate, Rate>>map(Series::rates)
                .orElse(Map.of());
        for (Map.Entry<LocalDate, Rate> point : series.rates().entrySet()) {
            Rate was = there.get(point.getKey());
            if (was == null || was.equals(point.getValue())) {
                continue;
            }
            if (!visitor.signedIn().may(Action.RULE_PUBLISH)) {
                throw Refusal.badField("rate", "这一天已经有值 " + was.words() + "。更正已有的值会改变所有用到它的金额，请由有发布权的人来改。");
            }
            String reason = new FormReader(form).raw("reason");
            if (reason.isEmpty() || reason.length() > 200) {
                throw Refusal.badField(
                        "reason",
                        point.getKey() + " 的值 " + was.words() + " 改为 "
                                + point.getValue().words() + "：请写明更正的理由，1 至 200 个字。");
            }
            return reason;
        }
        return "";
    }

    private Optional<Series> known(Tenant tenant, String name) {
        return vocabularies.series(tenant).stream()
                .map(Vocabularies.KeptSeries::series)
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private Series read(Tenant tenant, Map<String, String> form) {
        FormReader reader = new FormReader(form);
        String name = reader.line("name", "参数编码", 1, 60);
        if (!name.matches("[a-z][a-z0-9-]{0,59}")) {
            reader.wrong("name", "参数编码由小写字母、数字和连字符组成，以字母开头。");
        }
        Optional<Series> known = known(tenant, name);
        String label = known.map(Series::label).orElseGet(() -> reader.line("label", "参数名称", 1, 100));
        TreeMap<LocalDate, Rate> points = new TreeMap<>();
        LocalDate day = Days.read(reader, "day", "公布日期", true);
        String typed = reader.raw("rate");
        if ((day == null) != typed.isEmpty()) {
            reader.wrong(day == null ? "day" : "rate", "公布日期和利率要一起填写。");
        }
        Optional<Rate> rate = Rate.written(typed).filter(one -> one.ppm() >= 0 && one.compareTo(MOST) <= 0);
        if (!typed.isEmpty() && rate.isEmpty()) {
            reader.wrong("rate", "利率要带单位，例如 3.1%，不超过 100%。");
        }
        LocalDate kept = Days.read(reader, "kept", "维护到", false);
        if (kept != null && kept.isAfter(drafts.today())) {
            reader.wrong("kept", "“维护到”不能晚于今天：以后的利率还不知道。");
        }
        if (kept != null && day != null && day.isAfter(kept)) {
            reader.wrong("day", "公布日期不能晚于“维护到”的日期。");
        }
        reader.check();
        if (day != null && rate.isPresent()) {
            points.put(day, rate.get());
        }
        // What was published in a month may be known to hold until the next is: then that day stays.
        LocalDate typedKept = kept == null ? drafts.today() : kept;
        LocalDate keptUntil =
                known.map(Series::keptUntil).filter(typedKept::isBefore).orElse(typedKept);
        return new Series(name, label, points, keptUntil);
    }
}
