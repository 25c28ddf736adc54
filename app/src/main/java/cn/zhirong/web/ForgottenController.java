package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.ForgottenPasswords;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Origin;
import cn.zhirong.tenant.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A forgotten password. The answer is the same for every name and given before anything is looked up. */
@Needs(Action.ENTER)
@Controller("/{slug}/sign-in/forgotten")
class ForgottenController {
    private static final Logger LOG = LoggerFactory.getLogger(ForgottenController.class);

    private final ForgottenPasswords forgotten;
    private final Origins origins;
    private final Pages pages;
    private final ExecutorService executor;

    ForgottenController(
            ForgottenPasswords forgotten,
            Origins origins,
            Pages pages,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.forgotten = forgotten;
        this.origins = origins;
        this.pages = pages;
        this.executor = executor;
    }

    /** Whether the form was sent. */
    public record View(boolean sent) {}

    @Get
    HttpResponse<String> ask(HttpRequest<?> request, Tenant tenant) {
        return pages.show(request, "web/forgotten", new View(false));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> send(HttpRequest<?> request, Tenant tenant, @Body Map<String, String> form) {
        Origin origin = origins.of(request);
        String username = form.getOrDefault("username", "");
        executor.submit(() -> {
            try {
                forgotten.write(tenant, username, origin);
            } catch (RuntimeException e) {
                LOG.error("a letter for a forgotten password of tenant {} was not written", tenant.slug(), e);
            }
        });
        return pages.show(request, "web/forgotten", new View(true));
    }
}
