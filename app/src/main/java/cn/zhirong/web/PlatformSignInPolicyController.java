package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
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
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;

/** How the platform's operators sign in. */
@Controller("/platform/sign-in-policy")
@ExecuteOn(TaskExecutors.BLOCKING)
class PlatformSignInPolicyController {
    private final SignInPolicyForm form;

    PlatformSignInPolicyController(SignInPolicyForm form) {
        this.form = form;
    }

    @Needs(Action.PLATFORM_SEE)
    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return form.show(request, tenant, visitor);
    }

    @Needs(Action.PLATFORM_OPERATE)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, Object> typed) {
        return form.change(request, tenant, visitor, typed);
    }
}
