package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Role;
import cn.zhirong.access.SignInPolicies;
import cn.zhirong.access.SignInPolicy;
import cn.zhirong.tenant.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The form of how people sign in, of a bureau as of the platform. */
@Singleton
class SignInPolicyForm {
    private final SignInPolicies policies;
    private final Pages pages;

    SignInPolicyForm(SignInPolicies policies, Pages pages) {
        this.policies = policies;
        this.pages = pages;
    }

    /** The form as it is filled; {@code identity} is where providers of identities are, or empty. */
    public record View(
            String here,
            String identity,
            boolean mayChange,
            List<Map<String, String>> rules,
            String rule,
            List<Map<String, String>> roles,
            List<String> chosen,
            String idleMinutes,
            String sessionHours,
            List<Refusal.Field> problems) {}

    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        SignInPolicy policy = policies.of(tenant);
        return page(
                request,
                tenant,
                visitor,
                HttpStatus.OK,
                policy.rules().name(),
                policy.secondFactorRoles().stream().map(Role::name).toList(),
                String.valueOf(policy.idleMinutes()),
                String.valueOf(policy.sessionHours()),
                List.of());
    }

    HttpResponse<?> change(HttpRequest<?> request, Tenant tenant, Visitor visitor, Map<String, Object> form) {
        List<Refusal.Field> problems = new ArrayList<>();
        String rule = one(form, "rules");
        List<String> chosen = several(form, "roles");
        String idle = one(form, "idleMinutes");
        String hours = one(form, "sessionHours");
        SignInPolicy.PasswordProfile profile = Arrays.stream(SignInPolicy.PasswordProfile.values())
                .filter(it -> it.name().equals(rule))
                .findFirst()
                .orElse(null);
        if (profile == null) {
            problems.add(new Refusal.Field("rules", "请选择密码要求。"));
        }
        if (!isBetween(idle, SignInPolicy.IDLE_LEAST, SignInPolicy.IDLE_MOST)) {
            problems.add(new Refusal.Field(
                    "idleMinutes",
                    "无操作退出的时间须为 " + SignInPolicy.IDLE_LEAST + " 至 " + SignInPolicy.IDLE_MOST + " 之间的整数，单位是分钟。"));
        }
        if (!isBetween(hours, 1, SignInPolicy.HOURS_MOST)) {
            problems.add(
                    new Refusal.Field("sessionHours", "一次登录的有效时间须为 1 至 " + SignInPolicy.HOURS_MOST + " 之间的整数，单位是小时。"));
        }
        if (profile == null || !problems.isEmpty()) {
            return page(request, tenant, visitor, HttpStatus.BAD_REQUEST, rule, chosen, idle, hours, problems);
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        offered(tenant).stream().filter(role -> chosen.contains(role.name())).forEach(roles::add);
        policies.change(
                tenant,
                visitor.signedIn().username(),
                new SignInPolicy(profile, roles, Integer.parseInt(idle), Integer.parseInt(hours)));
        return Flash.redirect(here(tenant), "登录要求已保存，对此后登录的人生效。");
    }

    private HttpResponse<String> page(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            HttpStatus status,
            String rule,
            List<String> chosen,
            String idle,
            String hours,
            List<Refusal.Field> problems) {
        List<Map<String, String>> rules = Arrays.stream(SignInPolicy.PasswordProfile.values())
                .map(it -> Map.of("value", it.name(), "text", it.label()))
                .toList();
        List<Map<String, String>> roles = offered(tenant).stream()
                .map(it -> Map.of("value", it.name(), "text", it.label()))
                .toList();
        boolean mayChange = visitor.may(tenant.isPlatform() ? Action.PLATFORM_OPERATE : Action.TENANT_CONFIGURE);
        String identity = mayChange && !tenant.isPlatform() ? "/" + tenant.slug() + "/console/identity" : "";
        return pages.show(
                request,
                status,
                "web/sign-in-policy",
                new View(here(tenant), identity, mayChange, rules, rule, roles, chosen, idle, hours, problems));
    }

    private static List<Role> offered(Tenant tenant) {
        return Arrays.stream(Role.values())
                .filter(it -> (it == Role.PLATFORM_OPERATOR) == tenant.isPlatform())
                .toList();
    }

    private static boolean isBetween(String text, int least, int most) {
        return text.matches("[0-9]{1,3}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
    }

    private static String one(Map<String, Object> form, String name) {
        List<String> values = several(form, name);
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    /** A field of a form may come once or several times. */
    private static List<String> several(Map<String, Object> form, String name) {
        List<String> values = new ArrayList<>();
        switch (form.get(name)) {
            case null -> {}
            case Iterable<?> all -> all.forEach(value -> values.add(String.valueOf(value)));
            case Object single -> values.add(single.toString());
        }
        return values;
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + (tenant.isPlatform() ? "/sign-in-policy" : "/console/sign-in");
    }
}
