package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.access.SecondFactors;
import cn.zhirong.access.SignIn;
import cn.zhirong.access.SignInPolicies;
import cn.zhirong.access.SignInResult;
import cn.zhirong.tenant.Tenant;
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
import java.util.List;
import java.util.Map;

/** One's own second factor: setting it up, new recovery codes, taking it away. */
@Needs(Action.OWN_ACCOUNT)
@Controller("/{slug}/account/second-factor")
@ExecuteOn(TaskExecutors.BLOCKING)
class SecondFactorController {
    private final SecondFactors factors;
    private final SignIn signIn;
    private final SignInPolicies policies;
    private final SessionCookie cookie;
    private final Origins origins;
    private final Pages pages;

    SecondFactorController(
            SecondFactors factors,
            SignIn signIn,
            SignInPolicies policies,
            SessionCookie cookie,
            Origins origins,
            Pages pages) {
        this.factors = factors;
        this.signIn = signIn;
        this.policies = policies;
        this.cookie = cookie;
        this.origins = origins;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant) {
        return page(request, tenant, HttpStatus.OK, List.of());
    }

    /** Begins, or with a code confirms. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> setUp(HttpRequest<?> request, Tenant tenant, @Body Map<String, String> form) {
        Person person = OwnSession.of(request).person();
        if (!form.containsKey("code")) {
            factors.begin(tenant, person);
            return page(request, tenant, HttpStatus.OK, List.of());
        }
        String secret = cookie.read(request).orElseThrow(Refusal::signInFirst);
        SignIn.Enrolled enrolled = signIn.enrol(tenant, secret, form.getOrDefault("code", ""), origins.of(request))
                .orElse(null);
        if (enrolled == null || !(enrolled.result() instanceof SignInResult.In in)) {
            return page(request, tenant, HttpStatus.BAD_REQUEST, List.of(SecondFactorView.WRONG_CODE));
        }
        return pages.show(
                        request,
                        "web/recovery-codes",
                        new SecondFactorView.Codes(enrolled.recoveryCodes(), here(tenant)))
                .cookie(cookie.write(request, in.secret()));
    }

    @Post("/codes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> renew(HttpRequest<?> request, Tenant tenant, @Body Map<String, String> form) {
        Person person = OwnSession.of(request).person();
        if (!signIn.proves(tenant, person, form.getOrDefault("code", ""))) {
            return page(request, tenant, HttpStatus.BAD_REQUEST, List.of(SecondFactorView.WRONG_CODE));
        }
        return pages.show(
                request,
                "web/recovery-codes",
                new SecondFactorView.Codes(factors.renewCodes(tenant, person), here(tenant)));
    }

    @Post("/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(HttpRequest<?> request, Tenant tenant, @Body Map<String, String> form) {
        Person person = OwnSession.of(request).person();
        if (isRequired(tenant, person)) {
            throw Refusal.forbidden("本单位要求您的岗位使用两步验证，不能关闭。");
        }
        if (!signIn.proves(tenant, person, form.getOrDefault("code", ""))) {
            return page(request, tenant, HttpStatus.BAD_REQUEST, List.of(SecondFactorView.WRONG_CODE));
        }
        factors.remove(tenant, person.username(), person);
        return Flash.redirect(here(tenant), "两步验证已关闭。");
    }

    private HttpResponse<String> page(
            HttpRequest<?> request, Tenant tenant, HttpStatus status, List<Refusal.Field> problems) {
        Person person = OwnSession.of(request).person();
        if (factors.has(person)) {
            SecondFactorView.Works view = new SecondFactorView.Works(
                    tabs(request, tenant),
                    here(tenant),
                    factors.codesLeft(person),
                    isRequired(tenant, person),
                    problems);
            return pages.show(request, status, "web/second-factor-works", view);
        }
        SecondFactorView view = SecondFactorView.of(
                tabs(request, tenant),
                here(tenant),
                false,
                factors.pending(tenant, person).orElse(null),
                "",
                problems);
        return pages.show(request, status, "web/second-factor", view);
    }

    private boolean isRequired(Tenant tenant, Person person) {
        return policies.of(tenant).secondFactorRoles().contains(person.role());
    }

    private static List<Map<String, Object>> tabs(HttpRequest<?> request, Tenant tenant) {
        return OwnSession.tabs(request, tenant.slug(), "second-factor");
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/account/second-factor";
    }
}
