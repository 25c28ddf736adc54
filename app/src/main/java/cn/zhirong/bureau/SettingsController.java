package cn.zhirong.bureau;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.Feature;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.web.Flash;
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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The director's page of names, colours, contacts, suggestions and features. */
@Controller("/{slug}/console/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
class SettingsController {
    private final SetUp setUp;
    private final Pages pages;

    SettingsController(SetUp setUp, Pages pages) {
        this.setUp = setUp;
        this.pages = pages;
    }

    @Needs(Action.TENANT_SEE)
    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return pages.show(
                request,
                "bureau/settings",
                SettingsView.of(
                        tenant,
                        visitor,
                        ProfileForm.fields(tenant.profile()),
                        on(tenant),
                        tenant.standing().revision(),
                        null));
    }

    @Needs(Action.TENANT_CONFIGURE)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, Object> form) {
        Map<String, String> fields = new HashMap<>();
        form.forEach((name, value) -> fields.put(name, value instanceof List<?> ? "" : String.valueOf(value)));
        Set<Feature> on = chosen(form.get("features"));
        int revision = revision(fields.getOrDefault("revision", ""));
        try {
            if (revision != tenant.standing().revision()) {
                throw Refusal.conflict("changed-meanwhile", "这些设置刚被别人改过。请先看过现在的内容，再改一次。");
            }
            FormReader typed = new FormReader(fields);
            TenantProfile profile =
                    ProfileForm.read(typed, tenant.slug(), tenant.profile().illustrative());
            typed.check();
            setUp.change(tenant, visitor.signedIn().username(), profile, EnumSet.complementOf(copy(on)));
            return Flash.redirect("/" + tenant.slug() + "/console/settings", "设置已保存，马上生效。");
        } catch (Refusal refusal) {
            return pages.show(
                    request,
                    refusal.status(),
                    "bureau/settings",
                    SettingsView.of(
                            tenant, visitor, fields, on, tenant.standing().revision(), refusal));
        }
    }

    private static EnumSet<Feature> copy(Set<Feature> features) {
        EnumSet<Feature> copy = EnumSet.noneOf(Feature.class);
        copy.addAll(features);
        return copy;
    }

    private static Set<Feature> on(Tenant tenant) {
        EnumSet<Feature> on = EnumSet.allOf(Feature.class);
        on.removeAll(tenant.standing().switchedOff());
        return on;
    }

    /** One box arrives as a text, several as a list. */
    private static Set<Feature> chosen(@Nullable Object value) {
        EnumSet<Feature> chosen = EnumSet.noneOf(Feature.class);
        List<?> names = value instanceof List<?> several ? several : value == null ? List.of() : List.of(value);
        for (Feature feature : Feature.values()) {
            if (names.contains(feature.name())) {
                chosen.add(feature);
            }
        }
        return chosen;
    }

    private static int revision(String written) {
        return written.matches("[0-9]{1,9}") ? Integer.parseInt(written) : -1;
    }
}
