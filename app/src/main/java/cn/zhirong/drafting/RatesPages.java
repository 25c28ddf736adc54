package cn.zhirong.drafting;

import cn.zhirong.kernel.Rate;
import cn.zhirong.subsidy.RateEntries;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the page of the dated rates. */
@Singleton
class RatesPages {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Drafts.ZONE);

    private final Vocabularies vocabularies;
    private final RateEntries entries;
    private final Names names;
    private final Drafts drafts;
    private final Pages pages;

    RatesPages(Vocabularies vocabularies, RateEntries entries, Names names, Drafts drafts, Pages pages) {
        this.vocabularies = vocabularies;
        this.entries = entries;
        this.names = names;
        this.drafts = drafts;
        this.pages = pages;
    }

    static String here(Tenant tenant) {
        return RuleHeads.list(tenant) + "/rates";
    }

    /** @param typed into a form that was not taken */
    HttpResponse<String> show(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            Map<String, String> typed,
            @Nullable Refusal refusal) {
        List<RateEntries.Waiting> waiting = entries.waiting(tenant);
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
                                .toList(),
                        waiting.stream()
                                .filter(one -> one.name().equals(kept.series().name()))
                                .map(one -> waiting(tenant, visitor, one))
                                .findFirst()
                                .orElse(null)))
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

    private RatesView.Waiting waiting(Tenant tenant, Visitor visitor, RateEntries.Waiting one) {
        LocalDate day = one.day();
        Rate rate = one.rate();
        Rate was = one.was();
        String value = day == null || rate == null
                ? "没有新的公布"
                : day + " 公布 " + rate.words() + (was == null ? "" : "（更正，原来是 " + was.words() + "）");
        return new RatesView.Waiting(
                here(tenant) + "/" + one.id(),
                value,
                one.keptUntil().toString(),
                one.reason(),
                names.of(tenant, one.enteredBy()),
                TIME.format(one.enteredAt()),
                one.enteredBy().equals(visitor.signedIn().username()));
    }
}
