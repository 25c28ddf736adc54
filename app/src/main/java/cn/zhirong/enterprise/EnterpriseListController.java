package cn.zhirong.enterprise;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.kernel.CreditCode;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The bureau's firms as a list, and the form for another one. */
@Controller("/{slug}/console/enterprises")
@ExecuteOn(TaskExecutors.BLOCKING)
class EnterpriseListController {
    static final int PAGE = 20;
    private static final int LAST_PAGE = 5_000;

    private final Register register;
    private final Enterprises enterprises;
    private final Pages pages;

    EnterpriseListController(Register register, Enterprises enterprises, Pages pages) {
        this.register = register;
        this.enterprises = enterprises;
        this.pages = pages;
    }

    /** The form for a firm that is not there yet. */
    public record NewView(String here, FilledForm typed) {}

    @Needs(Action.ENTERPRISE_SEE)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        Map<String, String> asked = new HashMap<>();
        request.getParameters().forEach((name, values) -> asked.put(name, values.isEmpty() ? "" : values.getFirst()));
        EnterpriseFilter filter = EnterpriseFilter.of(asked);
        long found = register.count(tenant, filter);
        int last = (int) Math.clamp((found + PAGE - 1) / PAGE, 1, LAST_PAGE);
        int page = Math.clamp(number(asked.getOrDefault("page", "")), 1, last);
        List<EnterpriseRow> rows = register.search(tenant, filter, PAGE, (page - 1) * PAGE);
        List<Profile> profiles = register.profiles(rows);
        LocalDate today = enterprises.today();
        List<EnterpriseListView.Row> shown = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            shown.add(EnterpriseListView.row(here(tenant), rows.get(i), profiles.get(i), today));
        }
        String address = filter.address();
        boolean any = found > 0 || register.count(tenant, EnterpriseFilter.of(Map.of())) > 0;
        return pages.show(
                request,
                "enterprise/console-enterprises",
                new EnterpriseListView(
                        here(tenant),
                        visitor.may(Action.ENTERPRISE_EDIT),
                        filter.fields(),
                        register.zones(tenant).stream()
                                .map(zone -> new EnterpriseListView.Choice(zone, zone))
                                .toList(),
                        EnterpriseListView.sectionChoices(),
                        EnterpriseListView.sizeChoices(),
                        EnterpriseListView.honourChoices(),
                        EnterpriseListView.sortChoices(),
                        EnterpriseListView.tableChoices(),
                        (filter.isEmpty() ? "共 " : "找到 ") + String.format(Locale.ROOT, "%,d", found) + " 家企业",
                        shown,
                        page,
                        last,
                        here(tenant) + "?" + (address.isEmpty() ? "" : address + "&") + "page=",
                        any,
                        register.count(tenant, EnterpriseFilter.of(Map.of("waiting", "yes")))));
    }

    @Needs(Action.ENTERPRISE_EDIT)
    @Get("/new")
    HttpResponse<String> form(HttpRequest<?> request, Tenant tenant) {
        return pages.show(request, "enterprise/console-new", new NewView(here(tenant), FilledForm.NOTHING));
    }

    @Needs(Action.ENTERPRISE_EDIT)
    @Post("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        try {
            List<Refusal.Field> wrong = new ArrayList<>();
            String name = line(form, "name", FactField.NAME.label(), 100, wrong);
            String evidence = line(form, "evidence", "依据", 300, wrong);
            CreditCode code = CreditCode.typed(FactReader.normal(form.getOrDefault("creditCode", "")))
                    .orElse(null);
            if (code == null) {
                wrong.addFirst(new Refusal.Field("creditCode", "统一社会信用代码须为 18 位，且校验码正确。请与营业执照核对。"));
            }
            if (code == null || !wrong.isEmpty()) {
                throw Refusal.badInput("有几处需要改正。", wrong);
            }
            long id = enterprises.add(tenant, visitor.signedIn().username(), code, name, evidence);
            return Flash.redirect(here(tenant) + "/" + id + "/facts", "已加入企业库，请补充基本信息。");
        } catch (Refusal refusal) {
            HttpStatus status = refusal.status();
            return pages.show(
                    request,
                    status,
                    "enterprise/console-new",
                    new NewView(here(tenant), FilledForm.refused(form, refusal)));
        }
    }

    private static String line(
            Map<String, String> form, String field, String label, int most, List<Refusal.Field> wrong) {
        try {
            return FactReader.line(label, form.getOrDefault(field, ""), 2, most);
        } catch (IllegalArgumentException bad) {
            wrong.add(new Refusal.Field(field, String.valueOf(bad.getMessage())));
            return "";
        }
    }

    private static int number(String words) {
        return words.matches("[0-9]{1,6}") ? Integer.parseInt(words) : 1;
    }

    static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/console/enterprises";
    }
}
