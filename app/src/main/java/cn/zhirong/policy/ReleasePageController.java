package cn.zhirong.policy;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.policy.DraftPages.Sent;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;

/** What reviewers and directors decide on the page of a version: whether readers see it, and until when it holds. */
@Needs(Action.POLICY_RELEASE)
@Controller("/{slug}/console/policies/{versionId}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
class ReleasePageController {
    private final PolicyDesk desk;
    private final DraftPages drafts;

    ReleasePageController(PolicyDesk desk, DraftPages drafts) {
        this.desk = desk;
        this.drafts = drafts;
    }

    @Post("/publication")
    HttpResponse<?> publish(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, @Body Map<String, Object> body) {
        return drafts.change(request, sent(tenant, visitor, versionId, body), sent -> {
            desk.publish(tenant, sent.actor(), sent.id(), sent.revision(), sent.text(Publications.REASON));
            return "已发布，读者现在可以看到。";
        });
    }

    @Post("/withdrawal")
    HttpResponse<?> withdraw(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, @Body Map<String, Object> body) {
        return drafts.change(request, sent(tenant, visitor, versionId, body), sent -> {
            desk.withdraw(tenant, sent.actor(), sent.id(), sent.revision(), sent.text("reason"));
            return "已撤下，读者不再看到。";
        });
    }

    @Post("/repeal")
    HttpResponse<?> repeal(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, @Body Map<String, Object> body) {
        return drafts.change(request, sent(tenant, visitor, versionId, body), sent -> {
            desk.repeal(
                    tenant,
                    sent.actor(),
                    sent.id(),
                    sent.revision(),
                    sent.fields().day("repealedOn", "请填写废止日期。"),
                    sent.text("repealedBy"));
            return "已登记废止。";
        });
    }

    private static Sent sent(Tenant tenant, Visitor visitor, String versionId, Map<String, Object> body) {
        return Sent.of(tenant, visitor.signedIn(), versionId, body);
    }
}
