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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the bureau knows of one's own enterprise, and what the enterprise declares itself. Only after it was verified: until then
 * anybody could say that they act for it.
 */
@Controller("/{slug}/enterprise/profile")
@ExecuteOn(TaskExecutors.BLOCKING)
class OwnProfileController {
    private final Enterprises enterprises;
    private final FactDesk facts;
    private final ItemDesk items;
    private final Pages pages;

    OwnProfileController(Enterprises enterprises, FactDesk facts, ItemDesk items, Pages pages) {
        this.enterprises = enterprises;
        this.facts = facts;
        this.items = items;
        this.pages = pages;
    }

    /** Where there is nothing to see yet. */
    public record NoneView(String here) {}

    @Needs(Action.OWN_PROFILE_SEE)
    @Get
    HttpResponse<String> show(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, @QueryValue @Nullable String part) {
        Profile profile = enterprises.own(tenant, visitor.signedIn()).orElse(null);
        if (profile == null) {
            return pages.show(request, "enterprise/own-none", new NoneView("/" + tenant.slug() + "/enterprise"));
        }
        ProfileView view = new ProfileViews(
                        profile, here(tenant), true, visitor.may(Action.OWN_PROFILE_DECLARE), enterprises.today())
                .view(part == null ? "" : part, "", List.of());
        return pages.show(request, "enterprise/own-profile", view);
    }

    @Needs(Action.OWN_PROFILE_DECLARE)
    @Get("/facts")
    HttpResponse<String> basic(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return form(request, HttpStatus.OK, tenant, visitor, 0, FilledForm.NOTHING);
    }

    @Needs(Action.OWN_PROFILE_DECLARE)
    @Post("/facts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> declareBasic(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        return declare(request, tenant, visitor, 0, form);
    }

    @Needs(Action.OWN_PROFILE_DECLARE)
    @Get("/years/{year}")
    HttpResponse<String> figures(HttpRequest<?> request, Tenant tenant, Visitor visitor, int year) {
        int known = FactsForm.year(year, enterprises.today());
        return form(request, HttpStatus.OK, tenant, visitor, known, FilledForm.NOTHING);
    }

    @Needs(Action.OWN_PROFILE_DECLARE)
    @Post("/years/{year}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> declareFigures(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, int year, @Body Map<String, String> form) {
        return declare(request, tenant, visitor, FactsForm.year(year, enterprises.today()), form);
    }

    @Needs(Action.OWN_PROFILE_DECLARE)
    @Get("/items/new")
    HttpResponse<String> item(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, @QueryValue @Nullable String group) {
        return item(request, HttpStatus.OK, tenant, visitor, group(group), FilledForm.NOTHING);
    }

    @Needs(Action.OWN_PROFILE_DECLARE)
    @Post("/items/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> declareItem(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        ItemGroup group = group(form.get("group"));
        try {
            items.declare(tenant, visitor.signedIn(), ItemForm.read(group, form, enterprises.today()));
            return Flash.redirect(ItemForm.back(here(tenant), group), "已申报，等待本单位核实。");
        } catch (Refusal refusal) {
            return item(request, refusal.status(), tenant, visitor, group, FilledForm.refused(form, refusal));
        }
    }

    @Needs(Action.OWN_PROFILE_DECLARE)
    @Post("/items/{item}/taking-back")
    @Consumes(MediaType.ALL)
    HttpResponse<?> takeBack(Tenant tenant, Visitor visitor, long item) {
        items.takeBack(tenant, visitor.signedIn(), item);
        return Flash.redirect(here(tenant), "已撤回。");
    }

    private HttpResponse<?> declare(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, int year, Map<String, String> typed) {
        try {
            int changed = facts.declare(tenant, visitor.signedIn(), FactsForm.read(year, typed, enterprises.today()));
            return Flash.redirect(
                    FactsForm.back(here(tenant), year),
                    changed == 0 ? "与已有数据一致，没有需要申报的。" : "已申报 " + changed + " 项，等待本单位核实。");
        } catch (Refusal refusal) {
            return form(request, refusal.status(), tenant, visitor, year, FilledForm.refused(typed, refusal));
        }
    }

    private HttpResponse<String> form(
            HttpRequest<?> request, HttpStatus status, Tenant tenant, Visitor visitor, int year, FilledForm typed) {
        FactsForm.View view =
                FactsForm.view(own(tenant, visitor), here(tenant), year, true, typed, enterprises.today());
        return pages.show(request, status, "enterprise/facts-form", view);
    }

    private HttpResponse<String> item(
            HttpRequest<?> request,
            HttpStatus status,
            Tenant tenant,
            Visitor visitor,
            ItemGroup group,
            FilledForm typed) {
        ItemForm.View view =
                ItemForm.adding(own(tenant, visitor), here(tenant), group, true, typed, enterprises.today());
        return pages.show(request, status, "enterprise/item-form", view);
    }

    private Profile own(Tenant tenant, Visitor visitor) {
        return enterprises
                .own(tenant, visitor.signedIn())
                .orElseThrow(() -> Refusal.conflict("not-verified", "本企业核验通过并登记统一社会信用代码之后，才能申报企业资料。"));
    }

    private static ItemGroup group(@Nullable String path) {
        return ItemGroup.ofPath(path == null ? "" : path)
                .filter(group -> group != ItemGroup.CREDIT)
                .orElse(ItemGroup.HONOUR);
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/enterprise/profile";
    }
}
