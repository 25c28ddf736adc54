package cn.zhirong.privacy;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.ComesFirst;
import cn.zhirong.web.Flash;
import cn.zhirong.web.OwnSession;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Returns;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for consent: of those who never gave it, and again when the notice promises something else than what was agreed to. */
@Needs(Action.OWN_ACCOUNT)
@Controller("/{slug}/account/consent")
class ConsentController implements ComesFirst {
    private final Consents consents;
    private final Pages pages;

    ConsentController(Consents consents, Pages pages) {
        this.consents = consents;
        this.pages = pages;
    }

    /** The page; {@code first} where nothing was agreed to before, {@code back} is where the person wanted to go. */
    public record View(
            String here,
            String bureau,
            String version,
            boolean missing,
            boolean first,
            String notice,
            String data,
            String back) {}

    @Override
    public Optional<String> of(Tenant tenant, Person person) {
        return consents.isMissing(tenant, person) ? Optional.of("/account/consent") : Optional.empty();
    }

    @Get
    HttpResponse<String> ask(HttpRequest<?> request, Tenant tenant, @QueryValue("return") @Nullable String back) {
        String home = "/" + tenant.slug();
        Person person = OwnSession.of(request).person();
        return pages.show(
                request,
                "privacy/consent",
                new View(
                        home + "/account/consent",
                        tenant.profile().name(),
                        Consents.VERSION,
                        consents.isMissing(tenant, person),
                        consents.of(tenant, person).isEmpty(),
                        home + "/privacy",
                        home + "/account/data",
                        back == null ? "" : Returns.ownPath(back)));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> agree(HttpRequest<?> request, Tenant tenant, @Body Map<String, String> form) {
        consents.give(tenant, OwnSession.of(request).person());
        String back = form.getOrDefault("return", "");
        return Flash.redirect(back.isEmpty() ? "/" + tenant.slug() : Returns.ownPath(back), "已记下您的同意。");
    }
}
