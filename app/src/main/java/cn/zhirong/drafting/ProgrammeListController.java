package cn.zhirong.drafting;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.subsidy.ProgrammeContent;
import cn.zhirong.subsidy.ProgrammeDrafts;
import cn.zhirong.subsidy.ProgrammeKind;
import cn.zhirong.subsidy.ProgrammeVersion;
import cn.zhirong.subsidy.ProgrammeVersion.Text;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RationingWay;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormReader;
import cn.zhirong.web.Ids;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The programmes as officers keep them, and how a draft of one is begun. */
@Controller("/{slug}/console/programmes")
@ExecuteOn(TaskExecutors.BLOCKING)
class ProgrammeListController {
    private final ProgrammeDrafts drafts;
    private final ProgrammePages views;
    private final Programmes programmes;
    private final Pages pages;

    ProgrammeListController(ProgrammeDrafts drafts, ProgrammePages views, Programmes programmes, Pages pages) {
        this.drafts = drafts;
        this.views = views;
        this.programmes = programmes;
        this.pages = pages;
    }

    @Needs(Action.RULE_SEE)
    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return list(request, tenant, Map.of(), null);
    }

    /** The draft of a programme that is there, or one of a new programme. */
    @Needs(Action.RULE_DRAFT)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> begin(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        String actor = visitor.signedIn().username();
        String programme = form.getOrDefault("programme", "");
        if (!programme.isEmpty()) {
            ProgrammeVersion draft = drafts.edit(tenant, actor, programmes.get(tenant, Ids.of(programme)));
            return Flash.redirect(ProgrammePages.here(tenant, draft.id()) + "/form", "这是草稿，另一人让它生效之前，企业看到的不变。");
        }
        try {
            FormReader reader = new FormReader(form);
            String title = reader.line("title", "项目名称", 1, 200);
            String code = reader.line("code", "项目编码", 1, 60);
            reader.check();
            ProgrammeVersion draft = drafts.begin(tenant, actor, code, blank(title));
            return Flash.redirect(ProgrammePages.here(tenant, draft.id()) + "/form", "已新建草稿，另一人让它生效之前，企业看不到。");
        } catch (Refusal refusal) {
            return list(request, tenant, form, refusal);
        }
    }

    private static Text blank(String title) {
        return new Text(
                title,
                ProgrammeKind.OTHER,
                "",
                new ProgrammeContent(
                        "",
                        "",
                        List.of(),
                        List.of(),
                        new ProgrammeContent.Contact("", ""),
                        new ProgrammeContent.Clocks(0, 0, 0, 0, 0, 0, 0),
                        RationingWay.FIRST_COME,
                        null,
                        false,
                        false,
                        true,
                        false,
                        ""));
    }

    private HttpResponse<String> list(
            HttpRequest<?> request, Tenant tenant, Map<String, String> typed, @Nullable Refusal refusal) {
        return pages.show(
                request,
                refusal == null ? HttpStatus.OK : refusal.status(),
                "drafting/console-programmes",
                views.list(tenant, typed, refusal));
    }
}
