package cn.zhirong.assistant;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asking, and going on to ask. */
@Needs(Action.VISIT)
@Controller("/{slug}/ask")
class AskController {
    /** How long a browser without script waits for its answer before it gets a page to look again. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Conversations conversations;
    private final AskPages views;
    private final Pages pages;
    private final Clock clock;

    AskController(Conversations conversations, AskPages views, Pages pages, Clock clock) {
        this.conversations = conversations;
        this.views = views;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * @param question what is to stand in the box
     * @param asOf and the day
     */
    @Get
    HttpResponse<String> begin(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            @QueryValue @Nullable String question,
            @QueryValue @Nullable String asOf) {
        AskView.Typed typed = new AskView.Typed(
                AskedText.kept(question == null ? "" : question), AskedDay.kept(asOf == null ? "" : asOf));
        return pages.show(request, "assistant/ask", views.ask(tenant, Asker.known(visitor), typed, List.of()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> fields) {
        AskedForm form = AskedForm.of(fields);
        Asker asker = Asker.of(visitor, form.secret());
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), SHANGHAI);
            TurnKey key = conversations.ask(tenant, asker.digest(), form.checked(today));
            // With script the page listens; without it the answer should stand on the page that comes back.
            if (!form.live()) {
                conversations.await(key, PATIENCE);
            }
            return asker.mark(HttpResponse.seeOther(place(tenant, key)));
        } catch (Refusal refused) {
            if (refused.status() == HttpStatus.NOT_FOUND) {
                throw refused;
            }
            return again(request, tenant, asker, form, refused);
        }
    }

    @Get("/{conversation}")
    HttpResponse<String> conversation(HttpRequest<?> request, Tenant tenant, Visitor visitor, String conversation) {
        return pages.show(
                request,
                "assistant/conversation",
                views.conversation(request, tenant, Asker.known(visitor), conversation, null, List.of()));
    }

    @Post("/{conversation}/deletion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> delete(Tenant tenant, Visitor visitor, String conversation) {
        conversations.remove(tenant, Asker.known(visitor), conversation);
        return Flash.redirect("/" + tenant.slug() + "/ask", "这次提问的记录已删除。");
    }

    /** The same page with what was typed and what is wrong with it. */
    private MutableHttpResponse<String> again(
            HttpRequest<?> request, Tenant tenant, Asker asker, AskedForm form, Refusal refused) {
        List<Refusal.Field> errors = refused.errors().isEmpty()
                ? List.of(new Refusal.Field("question", String.valueOf(refused.getMessage())))
                : refused.errors();
        String conversation = form.conversation();
        return conversation == null
                ? pages.show(
                        request,
                        refused.status(),
                        "assistant/ask",
                        views.ask(tenant, asker.fresh() == null ? asker.digest() : "", form.typed(), errors))
                : pages.show(
                        request,
                        refused.status(),
                        "assistant/conversation",
                        views.conversation(request, tenant, asker.digest(), conversation, form.typed(), errors));
    }

    static URI place(Tenant tenant, TurnKey key) {
        return URI.create("/" + tenant.slug() + "/ask/" + key.conversation() + "#t" + key.number());
    }
}
