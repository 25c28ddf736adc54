package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.SecondFactors;
import cn.zhirong.access.Session;
import cn.zhirong.access.SignIn;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What comes between the password and the bureau's pages: a code, setting a second factor up, a password that is too old. */
@Needs(Action.ENTER)
@Controller("/{slug}/sign-in")
@ExecuteOn(TaskExecutors.BLOCKING)
class StepController {
    private final SignIn signIn;
    private final SecondFactors factors;
    private final SessionCookie cookie;
    private final NextStep next;
    private final Origins origins;
    private final Pages pages;

    StepController(
            SignIn signIn, SecondFactors factors, SessionCookie cookie, NextStep next, Origins origins, Pages pages) {
        this.signIn = signIn;
        this.factors = factors;
        this.cookie = cookie;
        this.next = next;
        this.origins = origins;
        this.pages = pages;
    }

    /** A form of the step. */
    public record View(String here, String back, List<Refusal.Field> problems) {}

    @Get("/code")
    HttpResponse<String> askCode(HttpRequest<?> request, Tenant tenant, @QueryValue("return") @Nullable String back) {
        at(request, Session.Stage.CODE);
        return code(request, tenant, HttpStatus.OK, back, List.of());
    }

    @Post("/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> checkCode(HttpRequest<?> request, Tenant tenant, @Body Map<String, String> form) {
        at(request, Session.Stage.CODE);
        String back = form.get("return");
        SignInResult result =
                signIn.byCode(tenant, secret(request), form.getOrDefault("code", ""), origins.of(request));
        return switch (result) {
            case SignInResult.In in -> next.go(request, tenant, in, back);
            case SignInResult.Later later ->
                code(
                        request,
                        tenant,
                        HttpStatus.TOO_MANY_REQUESTS,
                        back,
                        List.of(new Refusal.Field("code", NextStep.wait(later.delay()))));
            case SignInResult.Refused() ->
                code(request, tenant, HttpStatus.BAD_REQUEST, back, List.of(SecondFactorView.WRONG_CODE));
        };
    }

    @Get("/second-factor")
    HttpResponse<String> askEnrol(HttpRequest<?> request, Tenant tenant, @QueryValue("return") @Nullable String back) {
        return enrol(request, tenant, at(request, Session.Stage.ENROL), HttpStatus.OK, back, List.of());
    }

    @Post("/second-factor")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> enrol(HttpRequest<?> request, Tenant tenant, @Body Map<String, String> form) {
        Session session = at(request, Session.Stage.ENROL);
        String back = form.get("return");
        if (!form.containsKey("code")) {
            factors.begin(tenant, session.person());
            return enrol(request, tenant, session, HttpStatus.OK, back, List.of());
        }
        SignIn.Enrolled enrolled = signIn.enrol(
                        tenant, secret(request), form.getOrDefault("code", ""), origins.of(request))
                .orElse(null);
        if (enrolled == null || !(enrolled.result() instanceof SignInResult.In in)) {
            return enrol(request, tenant, session, HttpStatus.BAD_REQUEST, back, List.of(SecondFactorView.WRONG_CODE));
        }
        String onwards = in.session().isFull()
                ? NextStep.target(tenant, session.person(), NextStep.wanted(back))
                : NextStep.step(tenant, in.session().stage());
        return pages.show(request, "web/recovery-codes", new SecondFactorView.Codes(enrolled.recoveryCodes(), onwards))
                .cookie(cookie.write(request, in.secret()));
    }

    @Get("/password")
    HttpResponse<String> askPassword(
            HttpRequest<?> request, Tenant tenant, @QueryValue("return") @Nullable String back) {
        at(request, Session.Stage.PASSWORD);
        return password(request, tenant, HttpStatus.OK, back, List.of());
    }

    @Post("/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> changePassword(HttpRequest<?> request, Tenant tenant, @Body Map<String, String> form) {
        at(request, Session.Stage.PASSWORD);
        String back = form.get("return");
        PasswordChange change = PasswordChange.make(signIn, tenant, secret(request), form, origins.of(request));
        return change.done() != null
                ? next.go(request, tenant, change.done(), back)
                : password(request, tenant, HttpStatus.BAD_REQUEST, back, change.problems());
    }

    private HttpResponse<String> code(
            HttpRequest<?> request,
            Tenant tenant,
            HttpStatus status,
            @Nullable String back,
            List<Refusal.Field> problems) {
        return pages.show(
                request,
                status,
                "web/sign-in-code",
                new View(NextStep.step(tenant, Session.Stage.CODE), NextStep.wanted(back), problems));
    }

    private HttpResponse<String> enrol(
            HttpRequest<?> request,
            Tenant tenant,
            Session session,
            HttpStatus status,
            @Nullable String back,
            List<Refusal.Field> problems) {
        return pages.show(
                request,
                status,
                "web/second-factor",
                SecondFactorView.of(
                        List.of(),
                        NextStep.step(tenant, Session.Stage.ENROL),
                        true,
                        factors.pending(tenant, session.person()).orElse(null),
                        NextStep.wanted(back),
                        problems));
    }

    private HttpResponse<String> password(
            HttpRequest<?> request,
            Tenant tenant,
            HttpStatus status,
            @Nullable String back,
            List<Refusal.Field> problems) {
        return pages.show(
                request,
                status,
                "web/old-password",
                new View(NextStep.step(tenant, Session.Stage.PASSWORD), NextStep.wanted(back), problems));
    }

    private static Session at(HttpRequest<?> request, Session.Stage stage) {
        return VisitorFilter.session(request)
                .filter(session -> session.stage() == stage)
                .orElseThrow(Refusal::signInFirst);
    }

    private String secret(HttpRequest<?> request) {
        return cookie.read(request).orElseThrow(Refusal::signInFirst);
    }
}
