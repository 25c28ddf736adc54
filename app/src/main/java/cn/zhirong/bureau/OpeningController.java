package cn.zhirong.bureau;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.TenantProfile;
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
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;

/** The platform's form of a new bureau. What it answers is the one place where the director's set-up link stands. */
@Needs(Action.PLATFORM_OPERATE)
@Controller("/platform/opening")
@ExecuteOn(TaskExecutors.BLOCKING)
class OpeningController {
    private static final String WITH_TEXTS = "texts";
    private static final List<PlatformView.Choice> TEMPLATES = List.of(
            new PlatformView.Choice(WITH_TEXTS, "带起步文字", "有欢迎语和 6 个推荐问题，局里可以再改。"),
            new PlatformView.Choice("empty", "空白", "只有名称、颜色和联系方式。"));

    private final Openings openings;
    private final Pages pages;
    private final HttpHostResolver host;

    OpeningController(Openings openings, Pages pages, HttpHostResolver host) {
        this.openings = openings;
        this.pages = pages;
        this.host = host;
    }

    @Get
    HttpResponse<String> form(HttpRequest<?> request) {
        Map<String, String> fields = Map.of("primary", "#1f4e79", "username", "director", "template", WITH_TEXTS);
        return pages.show(request, "bureau/opening", new PlatformView.NewBureau(List.of(), fields, TEMPLATES));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> open(HttpRequest<?> request, Visitor visitor, @Body Map<String, String> form) {
        FormReader typed = new FormReader(form);
        try {
            TenantProfile profile = ProfileForm.read(typed, typed.raw("slug"), false);
            String name = typed.line("directorName", "局长姓名", 2, 30);
            typed.check();
            Openings.Opened opened = openings.open(
                    visitor.signedIn().username(),
                    typed.raw("template").equals(WITH_TEXTS) ? StartingTexts.in(profile) : profile,
                    typed.raw("username"),
                    name);
            return pages.show(
                    request,
                    HttpStatus.CREATED,
                    "bureau/opened",
                    new PlatformView.Opened(
                            profile.name(), profile.slug(), name, host.resolve(request) + opened.link()));
        } catch (Refusal refusal) {
            return pages.show(
                    request,
                    refusal.status(),
                    "bureau/opening",
                    new PlatformView.NewBureau(FormErrors.of(refusal), form, TEMPLATES));
        }
    }
}
