package cn.zhirong.enterprise;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Flash;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An officer's forms of honours, property, credit, loans, fees and events of one firm. */
@Needs(Action.ENTERPRISE_EDIT)
@Controller("/{slug}/console/enterprises/{enterprise}/items")
@ExecuteOn(TaskExecutors.BLOCKING)
class ItemController {
    private final Enterprises enterprises;
    private final ItemDesk items;
    private final Pages pages;

    ItemController(Enterprises enterprises, ItemDesk items, Pages pages) {
        this.enterprises = enterprises;
        this.items = items;
        this.pages = pages;
    }

    @Get("/new")
    HttpResponse<String> form(
            HttpRequest<?> request, Tenant tenant, long enterprise, @QueryValue @Nullable String group) {
        return adding(request, HttpStatus.OK, tenant, enterprise, group(group), FilledForm.NOTHING);
    }

    @Post("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long enterprise, @Body Map<String, String> form) {
        enterprises.profile(tenant, enterprise);
        ItemGroup group = group(form.get("group"));
        try {
            items.add(tenant, visitor.signedIn().username(), enterprise, ItemForm.read(group, form, today()));
            return Flash.redirect(list(tenant, enterprise, group), "已添加，记为已核实。");
        } catch (Refusal refusal) {
            return adding(request, refusal.status(), tenant, enterprise, group, FilledForm.refused(form, refusal));
        }
    }

    @Get("/{item}")
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, long enterprise, long item) {
        return changing(request, HttpStatus.OK, tenant, enterprise, item, FilledForm.NOTHING);
    }

    @Post("/{item}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long enterprise,
            long item,
            @Body Map<String, String> form) {
        ItemGroup group = find(tenant, enterprise, item).kind().group();
        try {
            items.change(tenant, visitor.signedIn().username(), enterprise, item, ItemForm.read(group, form, today()));
            return Flash.redirect(list(tenant, enterprise, group), "已更改，原来的记录留在变更历史里。");
        } catch (Refusal refusal) {
            return changing(request, refusal.status(), tenant, enterprise, item, FilledForm.refused(form, refusal));
        }
    }

    @Post("/{item}/closing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> close(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long enterprise,
            long item,
            @Body Map<String, String> form) {
        Item known = find(tenant, enterprise, item);
        try {
            items.close(tenant, visitor.signedIn().username(), enterprise, item, ItemForm.reason(form));
            return Flash.redirect(list(tenant, enterprise, known.kind().group()), "已撤销，记录留在变更历史里。");
        } catch (Refusal refusal) {
            Map<String, String> shown = ItemForm.closing(known, form.getOrDefault("reason", ""), today());
            return changing(request, refusal.status(), tenant, enterprise, item, FilledForm.refused(shown, refusal));
        }
    }

    /** One that this firm ever had. */
    private Item find(Tenant tenant, long enterprise, long item) {
        return enterprises.profile(tenant, enterprise).allItems().stream()
                .filter(it -> it.id() == item)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private HttpResponse<String> adding(
            HttpRequest<?> request, HttpStatus status, Tenant tenant, long id, ItemGroup group, FilledForm typed) {
        ItemForm.View view =
                ItemForm.adding(enterprises.profile(tenant, id), page(tenant, id), group, false, typed, today());
        return pages.show(request, status, "enterprise/item-form", view);
    }

    private HttpResponse<String> changing(
            HttpRequest<?> request, HttpStatus status, Tenant tenant, long id, long itemId, FilledForm typed) {
        Item item = find(tenant, id, itemId);
        ItemForm.View view = ItemForm.changing(enterprises.profile(tenant, id), page(tenant, id), item, typed, today());
        return pages.show(request, status, "enterprise/item-form", view);
    }

    private static ItemGroup group(@Nullable String path) {
        return ItemGroup.ofPath(path == null ? "" : path).orElse(ItemGroup.HONOUR);
    }

    private LocalDate today() {
        return enterprises.today();
    }

    private static String page(Tenant tenant, long id) {
        return EnterprisePageController.here(tenant, id);
    }

    private static String list(Tenant tenant, long id, ItemGroup group) {
        return ItemForm.back(page(tenant, id), group);
    }
}
