package cn.zhirong.bureau;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantState;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.FormReader;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the platform's operators see and do: bureaus with their state and size, and nothing of what is in them. */
@Controller("/platform")
@ExecuteOn(TaskExecutors.BLOCKING)
class PlatformController {
    private static final String HOME = "/platform/bureaus";

    private final Openings openings;
    private final Deletions deletions;
    private final FiguresRepository figures;
    private final Tenants tenants;
    private final Pages pages;

    PlatformController(
            Openings openings, Deletions deletions, FiguresRepository figures, Tenants tenants, Pages pages) {
        this.openings = openings;
        this.deletions = deletions;
        this.figures = figures;
        this.tenants = tenants;
        this.pages = pages;
    }

    @Needs(Action.PLATFORM_SEE)
    @Get
    HttpResponse<String> home() {
        return HttpResponse.seeOther(URI.create(HOME));
    }

    @Needs(Action.PLATFORM_SEE)
    @Get("/bureaus")
    HttpResponse<String> list(HttpRequest<?> request, Visitor visitor) {
        Map<Long, Figures> counted = counted();
        return pages.show(
                request,
                "bureau/platform",
                new PlatformView(
                        tenants.allEver().stream()
                                .map(it -> row(it, counted.getOrDefault(it.id(), Figures.NONE)))
                                .toList(),
                        visitor.may(Action.PLATFORM_OPERATE)));
    }

    @Needs(Action.PLATFORM_SEE)
    @Get("/bureaus/{bureau}")
    HttpResponse<String> show(HttpRequest<?> request, Visitor visitor, String bureau) {
        return pages.show(request, "bureau/platform-bureau", one(found(bureau), visitor, "", null));
    }

    @Needs(Action.PLATFORM_OPERATE)
    @Post("/bureaus/{bureau}/suspension")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> suspend(HttpRequest<?> request, Visitor visitor, String bureau, @Body Map<String, String> form) {
        return change(request, visitor, bureau, form, "已暂停服务。", openings::suspend);
    }

    @Needs(Action.PLATFORM_OPERATE)
    @Post("/bureaus/{bureau}/resumption")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> resume(HttpRequest<?> request, Visitor visitor, String bureau, @Body Map<String, String> form) {
        return change(request, visitor, bureau, form, "已恢复服务。", openings::resume);
    }

    @Needs(Action.PLATFORM_OPERATE)
    @Post("/bureaus/{bureau}/deletion/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(HttpRequest<?> request, Visitor visitor, String bureau, @Body Map<String, String> form) {
        return change(request, visitor, bureau, form, "已确认删除申请。", (actor, tenant, reason) -> {
            if (!reason.equals(tenant.slug())) {
                throw Refusal.badField("reason", "请输入租户标识“" + tenant.slug() + "”，以免误删。");
            }
            deletions.confirm(tenant, actor);
        });
    }

    @Needs(Action.PLATFORM_OPERATE)
    @Post("/bureaus/{bureau}/deletion/cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> cancel(HttpRequest<?> request, Visitor visitor, String bureau, @Body Map<String, String> form) {
        return change(
                request,
                visitor,
                bureau,
                form,
                "已撤回删除申请。",
                (actor, tenant, reason) -> deletions.cancel(tenant, actor, true));
    }

    /** What is done to a bureau, with what was typed. */
    @FunctionalInterface
    private interface Doing {
        void on(String actor, Tenant tenant, String reason);
    }

    private HttpResponse<?> change(
            HttpRequest<?> request,
            Visitor visitor,
            String bureau,
            Map<String, String> form,
            String done,
            Doing doing) {
        Tenant tenant = found(bureau);
        FormReader typed = new FormReader(form);
        try {
            String reason = typed.line("reason", "理由", 2, 500);
            typed.check();
            doing.on(visitor.signedIn().username(), tenant, reason);
        } catch (Refusal refusal) {
            return pages.show(
                    request,
                    refusal.status(),
                    "bureau/platform-bureau",
                    one(found(bureau), visitor, typed.raw("reason"), refusal));
        }
        return Flash.redirect(HOME + "/" + tenant.slug(), done);
    }

    private PlatformView.One one(Tenant tenant, Visitor visitor, String reason, @Nullable Refusal refusal) {
        TenantState state = tenant.standing().state();
        Optional<DeletionRow> deletion = deletions.of(tenant);
        return new PlatformView.One(
                row(tenant, counted().getOrDefault(tenant.id(), Figures.NONE)),
                FormErrors.of(refusal),
                reason,
                tenant.standing().reason(),
                state == TenantState.ACTIVE,
                state == TenantState.DELETED,
                visitor.may(Action.PLATFORM_OPERATE),
                deletion.map(Shown::deletion).orElse(""),
                deletion.map(it -> it.confirmedBy() == null).orElse(false));
    }

    private Tenant found(String slug) {
        return openings.find(slug).orElseThrow(Refusal::notFound);
    }

    private Map<Long, Figures> counted() {
        return figures.all().stream().collect(Collectors.toMap(Figures::tenantId, Function.identity()));
    }

    private static PlatformView.Row row(Tenant tenant, Figures figures) {
        TenantState state = tenant.standing().state();
        return new PlatformView.Row(
                tenant.profile().name(),
                tenant.slug(),
                HOME + "/" + tenant.slug(),
                state.label(),
                state == TenantState.ACTIVE ? "ok" : state == TenantState.SUSPENDED ? "wait" : "gone",
                Shown.time(tenant.standing().since()),
                Long.toString(figures.accounts()),
                Long.toString(figures.policies()),
                Shown.size(figures.bytes()));
    }
}
