package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Trace;
import cn.zhirong.subsidy.Budgets;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Ids;
import cn.zhirong.web.Pages;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 免申即享: who is eligible is found, the list is released by a second person. */
@Controller("/{slug}/console/offers")
@ExecuteOn(TaskExecutors.BLOCKING)
class OfferController {
    /** Rows of a programme on a page: as many as somebody sends out at once. */
    static final int SHOWN = 300;

    private final Applications applications;
    private final Offers offers;
    private final Reviews reviews;
    private final Budgets budgets;
    private final Pages pages;

    OfferController(Applications applications, Offers offers, Reviews reviews, Budgets budgets, Pages pages) {
        this.applications = applications;
        this.offers = offers;
        this.reviews = reviews;
        this.budgets = budgets;
        this.pages = pages;
    }

    @Needs(Action.APPLICATION_SEE)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return list(request, HttpStatus.OK, tenant, visitor, FilledForm.NOTHING);
    }

    /** Finds who is eligible for the programme of this number. */
    @Needs(Action.APPLICATION_REVIEW)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> find(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> typed) {
        return Forms.send(
                typed,
                form -> {
                    long programme = Ids.of(form.raw("programme"));
                    int found = offers.find(tenant, visitor.signedIn(), programme);
                    return Flash.redirect(
                            here(tenant), found == 0 ? "没有找到新的符合条件的企业。" : "找到 " + found + " 家，等待另一位同事复核后发出。");
                },
                (status, filled) -> list(request, status, tenant, visitor, filled));
    }

    /** Asks the firms of a programme's list that are chosen by {@code pick-ID}. */
    @Needs(Action.APPLICATION_DECIDE)
    @Post("/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> release(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> typed) {
        return Forms.send(
                typed,
                form -> {
                    long programme = Ids.of(form.raw("programme"));
                    Offers.Released released =
                            offers.release(tenant, visitor.signedIn(), programme, Forms.picks(typed, "pick-"));
                    String changed = released.changed().isEmpty()
                            ? ""
                            : "以下企业列入名单之后情况有了变化，已移出，可以重新查找：" + String.join("、", released.changed()) + "。";
                    return Flash.redirect(
                            here(tenant),
                            "已发出 " + released.sent() + " 家，等待企业确认。"
                                    + (changed.length() > 300 ? changed.substring(0, 299) + "…" : changed));
                },
                (status, filled) -> list(request, status, tenant, visitor, filled));
    }

    private HttpResponse<String> list(
            HttpRequest<?> request, HttpStatus status, Tenant tenant, Visitor visitor, FilledForm typed) {
        Person person = visitor.signedIn();
        List<ApplicationRepository.Listed> listed = offers.listed(tenant);
        QueueQuery asked = QueueQuery.of(request);
        return pages.show(
                request,
                status,
                "application/console-offers",
                new BatchViews.OffersView(
                        here(tenant),
                        CasePages.list(tenant),
                        offers.automatic(tenant).stream()
                                .map(programme -> offer(tenant, person, programme, listed, asked))
                                .toList(),
                        person.may(Action.APPLICATION_REVIEW),
                        typed));
    }

    private BatchViews.Offer offer(
            Tenant tenant,
            Person person,
            Programme programme,
            List<ApplicationRepository.Listed> listed,
            QueueQuery asked) {
        List<ApplicationRepository.Listed> mine = listed.stream()
                .filter(one -> one.programmeId() == programme.id())
                .toList();
        List<ApplicationRepository.Listed> found =
                mine.stream().filter(one -> one.state() == State.FOUND).toList();
        long waiting =
                found.stream().mapToLong(ApplicationRepository.Listed::firms).sum();
        long all = mine.stream().mapToLong(ApplicationRepository.Listed::firms).sum();
        boolean own = found.stream().anyMatch(one -> person.username().equals(one.firstBy()));
        String code = programme.code();
        Paging paging = Paging.of(
                asked.programme().equals(code) ? asked.page() : 1, all, SHOWN, "?programme=" + code + "&page=");
        List<ApplicationRow> rows = offers.page(tenant, programme, paging);
        Map<Long, ReviewRow> newest = reviews.newest(tenant, rows);
        Terms terms = applications.terms(tenant);
        return new BatchViews.Offer(
                String.valueOf(programme.id()),
                programme.title(),
                waiting,
                all - waiting,
                new Money(mine.stream()
                                .mapToLong(ApplicationRepository.Listed::fen)
                                .sum())
                        .words(),
                budget(tenant, programme),
                rows.stream()
                        .map(row -> found(tenant, terms, person, row, newest.get(row.key())))
                        .toList(),
                paging,
                person.may(Action.APPLICATION_DECIDE)
                        && found.stream().anyMatch(one -> !person.username().equals(one.firstBy())),
                own ? "您列的名单须由另一位同事复核后发出。" : "");
    }

    private static BatchViews.Found found(
            Tenant tenant, Terms terms, Person person, ApplicationRow row, @Nullable ReviewRow review) {
        return new BatchViews.Found(
                String.valueOf(row.key()),
                CasePages.here(tenant, row.key()),
                row.firm(),
                row.number(),
                new Money(row.fen()).words(),
                review == null ? List.of() : reasons(review),
                row.state().label(),
                row.state().tone(),
                terms.left(row.dueOn()),
                terms.tone(row.dueOn()),
                row.state() == State.FOUND
                        && person.may(Action.APPLICATION_DECIDE)
                        && !person.username().equals(row.firstBy()));
    }

    private static List<String> reasons(ReviewRow review) {
        List<String> reasons = new ArrayList<>(TraceReasons.met(Trace.read(review.trace())));
        if (!review.settled().isEmpty()) {
            reasons.add("扣除以前享受过的补贴：" + review.settled());
        }
        return reasons;
    }

    /** What is left of this year's budget, so that nobody asks more firms than can be paid. */
    private String budget(Tenant tenant, Programme programme) {
        int year = applications.today().getYear();
        return budgets.of(tenant, programme).stream()
                .filter(budget -> budget.year() == year)
                .findFirst()
                .map(budget -> year + " 年度预算还剩 " + budget.left().words())
                .orElse("还没有设定 " + year + " 年度预算，企业确认时会不成功");
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/console/offers";
    }
}
