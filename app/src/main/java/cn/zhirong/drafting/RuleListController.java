package cn.zhirong.drafting;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.subsidy.RuleVersionRow;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.Ids;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.SentFile;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of rules, and how a draft is begun. */
@Controller("/{slug}/console/rules")
@ExecuteOn(TaskExecutors.BLOCKING)
class RuleListController {
    private static final int LARGEST_TABLE = 2 << 20;

    private final Drafts drafts;
    private final Programmes programmes;
    private final WorkbookDesk workbooks;
    private final Names names;
    private final Pages pages;

    RuleListController(Drafts drafts, Programmes programmes, WorkbookDesk workbooks, Names names, Pages pages) {
        this.drafts = drafts;
        this.programmes = programmes;
        this.workbooks = workbooks;
        this.names = names;
        this.pages = pages;
    }

    @Needs(Action.RULE_SEE)
    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return list(request, tenant, null, null);
    }

    /** An empty draft, or one that says what another version says. */
    @Needs(Action.RULE_DRAFT)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> begin(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        Person person = visitor.signedIn();
        String from = form.getOrDefault("from", "");
        RuleVersionRow row = from.isEmpty()
                ? drafts.begin(
                        tenant, person.username(), programmes.get(tenant, Ids.of(form.getOrDefault("programme", ""))))
                : drafts.copy(tenant, person.username(), Ids.of(from));
        return Flash.redirect(RuleHeads.here(tenant, row.key()) + "/form", "已新建第" + row.number() + "版草稿，发布之前不影响任何企业。");
    }

    /** A draft from a workbook that an officer changed. */
    @Needs(Action.RULE_DRAFT)
    @Post("/upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> upload(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            @Part("programme") @Nullable String programme,
            @Part("file") @Nullable CompletedFileUpload sent) {
        Person person = visitor.signedIn();
        try {
            byte[] file = bytes(sent);
            Programme of = programmes.get(tenant, Ids.of(programme == null ? "" : programme));
            WorkbookDesk.Taken taken = workbooks.take(tenant, person.username(), of, file);
            String told = taken.problems() == 0 ? "已按表格新建草稿。" : "已按表格新建草稿，有 " + taken.problems() + " 处要改正，见下面各行。";
            return Flash.redirect(RuleHeads.here(tenant, taken.id()) + "/form", told);
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            return list(request, tenant, refusal, programme);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(@Nullable CompletedFileUpload sent) throws IOException {
        if (sent == null) {
            throw noTable();
        }
        try (SentFile table = new SentFile(sent)) {
            if (table.size() == 0 || table.size() > LARGEST_TABLE) {
                throw noTable();
            }
            try (InputStream in = table.open()) {
                return in.readAllBytes();
            }
        }
    }

    private static Refusal noTable() {
        return Refusal.badField("file", "请选择不超过 2 MB 的 XLSX 表格。");
    }

    private HttpResponse<String> list(
            HttpRequest<?> request, Tenant tenant, @Nullable Refusal refusal, @Nullable String chosen) {
        LocalDate today = drafts.today();
        List<RuleVersionRow> rows = drafts.listed(tenant);
        Map<String, String> people =
                names.of(tenant, rows.stream().map(RuleVersionRow::changedBy).toList());
        List<RuleListView.Group> groups = new ArrayList<>();
        for (Programme programme : programmes.all(tenant)) {
            Optional<RuleVersion> holding = programmes.inForce(tenant, programme, today);
            List<RuleListView.Line> lines = rows.stream()
                    .filter(row -> row.programmeId() == programme.id())
                    .map(row -> line(tenant, row, people, holding, today))
                    .toList();
            groups.add(new RuleListView.Group(
                    programme.id(),
                    programme.title(),
                    programme.kind().label(),
                    programme.content().illustrative(),
                    holding.map(RuleVersion::id).orElse(0L),
                    lines));
        }
        return pages.show(
                request,
                refusal == null ? HttpStatus.OK : refusal.status(),
                "drafting/console-rules",
                new RuleListView(RuleHeads.list(tenant), groups, chosen == null ? "" : chosen, FormErrors.of(refusal)));
    }

    private static RuleListView.Line line(
            Tenant tenant,
            RuleVersionRow row,
            Map<String, String> people,
            Optional<RuleVersion> holding,
            LocalDate today) {
        boolean holds = holding.filter(version -> version.id() == row.key()).isPresent();
        String state = RuleHeads.state(row, today);
        boolean draft = holds
                && holding.filter(version -> version.rule().basis().draftForComment())
                        .isPresent();
        boolean replaced = state.equals("已发布") && !holds;
        return new RuleListView.Line(
                "第" + row.number() + "版",
                RuleHeads.here(tenant, row.key()),
                draft ? "征求意见" : holds ? "施行中" : replaced ? "已被取代" : state,
                draft ? "wait" : replaced ? "gone" : RuleHeads.tone(row, today),
                RuleHeads.days(row),
                RuleHeads.who(people.getOrDefault(row.changedBy(), row.changedBy())) + " "
                        + RuleHeads.day(row.changedAt()),
                row.note());
    }
}
