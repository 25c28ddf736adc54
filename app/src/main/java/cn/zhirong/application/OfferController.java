package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.kernel.Money;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Ids;
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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 免申即享: who is eligible is found, the list is released by a second person. */
@Controller("/{slug}/console/offers")
@ExecuteOn(TaskExecutors.BLOCKING)
class OfferController {
    private final Applications applications;
    private final Offers offers;
    private final Programmes programmes;
    private final Pages pages;

    OfferController(Applications applications, Offers offers, Programmes programmes, Pages pages) {
        this.applications = applications;
        this.offers = offers;
        this.programmes = programmes;
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
        try {
            long programme = Ids.of(typed.getOrDefault("programme", ""));
            int found = offers.find(tenant, visitor.signedIn(), programme);
            return Flash.redirect(here(tenant), found == 0 ? "没有找到新的符合条件的企业。" : "找到 " + found + " 家，等待另一位同事复核后发出。");
        } catch (Refusal refusal) {
            return refused(request, tenant, visitor, typed, refusal);
        }
    }

    /** Sends the list of a programme out. */
    @Needs(Action.APPLICATION_DECIDE)
    @Post("/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> release(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> typed) {
        try {
            long programme = Ids.of(typed.getOrDefault("programme", ""));
            int sent = offers.release(tenant, visitor.signedIn(), programme);
            return Flash.redirect(here(tenant), "已发出 " + sent + " 家，等待企业确认。");
        } catch (Refusal refusal) {
            return refused(request, tenant, visitor, typed, refusal);
        }
    }

    private HttpResponse<String> refused(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, Map<String, String> typed, Refusal refusal) {
        if (refusal.status() == HttpStatus.NOT_FOUND) {
            throw refusal;
        }
        return list(request, refusal.status(), tenant, visitor, FilledForm.refused(typed, refusal));
    }

    private HttpResponse<String> list(
            HttpRequest<?> request, HttpStatus status, Tenant tenant, Visitor visitor, FilledForm typed) {
        Person person = visitor.signedIn();
        List<ApplicationRow> open = offers.open(tenant);
        Terms terms = applications.terms(tenant);
        Map<Long, Programme> known =
                programmes.all(tenant).stream().collect(Collectors.toMap(Programme::id, Function.identity()));
        return pages.show(
                request,
                status,
                "application/console-offers",
                new BatchViews.OffersView(
                        here(tenant),
                        CasePages.list(tenant),
                        offers.automatic(tenant).stream()
                                .map(programme -> offer(person, programme, open))
                                .toList(),
                        open.stream()
                                .map(row -> QueueController.row(tenant, terms, known, row))
                                .toList(),
                        person.may(Action.APPLICATION_REVIEW),
                        person.may(Action.APPLICATION_DECIDE),
                        typed));
    }

    private static BatchViews.Offer offer(Person person, Programme programme, List<ApplicationRow> open) {
        List<ApplicationRow> mine =
                open.stream().filter(row -> row.programmeId() == programme.id()).toList();
        List<ApplicationRow> found =
                mine.stream().filter(row -> row.state() == State.FOUND).toList();
        boolean own = found.stream().anyMatch(row -> person.username().equals(row.firstBy()));
        return new BatchViews.Offer(
                String.valueOf(programme.id()),
                programme.title(),
                found.size(),
                mine.size() - found.size(),
                new Money(mine.stream().mapToLong(ApplicationRow::fen).sum()).words(),
                person.may(Action.APPLICATION_DECIDE) && !found.isEmpty() && !own,
                own ? "名单是您列的，须由另一位同事复核后发出。" : "");
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/console/offers";
    }
}
