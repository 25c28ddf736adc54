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

/** How people sign in to the bureau: seen and changed by who configures it. */
@Controller("/{slug}/console/sign-in")
@ExecuteOn(TaskExecutors.BLOCKING)
class SignInPolicyController {
    private final SignInPolicyForm form;

    SignInPolicyController(SignInPolicyForm form) {
        this.form = form;
    }

    @Needs(Action.TENANT_SEE)
    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return form.show(request, tenant, visitor);
    }

    @Needs(Action.TENANT_CONFIGURE)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, Object> typed) {
        return form.change(request, tenant, visitor, typed);
    }
}
