package cn.zhirong.notice;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inbox of whoever is signed in; the notices of anybody else are not there. */
@Needs(Action.OWN_ACCOUNT)
@Controller("/{slug}/account/inbox")
class InboxController {
    private static final int PAGE = 20;

    private final Inbox inbox;
    private final Pages pages;

    InboxController(Inbox inbox, Pages pages) {
        this.inbox = inbox;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> list(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, @QueryValue @Nullable String before) {
        Person person = visitor.signedIn();
        List<InboxRow> rows = inbox.older(person, number(before, Long.MAX_VALUE), PAGE + 1);
        boolean more = rows.size() > PAGE;
        return pages.show(
                request,
                "notice/inbox",
                InboxView.of(here(tenant), inbox.of(person), more ? rows.subList(0, PAGE) : rows, more));
    }

    /** Marks it read and goes on to what it is about. */
    @Post("/{id}/reading")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> read(Tenant tenant, Visitor visitor, long id) {
        Person person = visitor.signedIn();
        InboxRow notice = inbox.find(person, id).orElseThrow(Refusal::notFound);
        inbox.read(person, id);
        return HttpResponse.seeOther(URI.create(notice.link().isEmpty() ? here(tenant) : notice.link()));
    }

    @Post("/reading")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> readAll(Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        inbox.readAll(visitor.signedIn(), number(form.get("upTo"), 0));
        return Flash.redirect(here(tenant), "已全部标为已读。");
    }

    private static long number(@Nullable String text, long otherwise) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/account/inbox";
    }
}
