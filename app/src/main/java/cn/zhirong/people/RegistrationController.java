package cn.zhirong.people;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Where an enterprise registers itself. */
@Needs(Action.VISIT)
@Controller("/{slug}/registration")
class RegistrationController {
    private final Organisations organisations;
    private final Pages pages;

    RegistrationController(Organisations organisations, Pages pages) {
        this.organisations = organisations;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> form(HttpRequest<?> request, Tenant tenant) {
        return pages.show(request, "people/registration", FilledForm.NOTHING);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> register(HttpRequest<?> request, Tenant tenant, @Body Map<String, String> form) {
        try {
            String link = register(tenant, form);
            return HttpResponse.seeOther(URI.create("/" + tenant.slug() + "/sign-in?token=" + link));
        } catch (Refusal refusal) {
            return refused(request, form, refusal);
        }
    }

    private String register(Tenant tenant, Map<String, String> form) {
        return organisations.register(
                tenant,
                new Organisations.Registration(
                        form.getOrDefault("enterprise", ""),
                        form.getOrDefault("creditCode", ""),
                        form.getOrDefault("name", ""),
                        form.getOrDefault("username", ""),
                        form.getOrDefault("email", ""),
                        "yes".equals(form.get("consent"))));
    }

    private HttpResponse<String> refused(HttpRequest<?> request, Map<String, String> form, Refusal refusal) {
        HttpStatus status =
                List.of(400, 422).contains(refusal.status().getCode()) ? refusal.status() : HttpStatus.CONFLICT;
        return pages.show(request, status, "people/registration", FilledForm.refused(form, refusal));
    }
}
