package cn.zhirong.knowledge;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Ids;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.SentFile;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The officers' pages on which a bureau's questions and their clauses are kept. */
@Controller("/{slug}/console/hits")
@ExecuteOn(TaskExecutors.BLOCKING)
class HitSetController {
    private static final int LARGEST_TABLE = 2 << 20;

    private final HitSets sets;
    private final HitRuns runs;
    private final HitSetFile file;
    private final ClauseFinder finder;
    private final Pages pages;

    HitSetController(HitSets sets, HitRuns runs, HitSetFile file, ClauseFinder finder, Pages pages) {
        this.sets = sets;
        this.runs = runs;
        this.file = file;
        this.finder = finder;
        this.pages = pages;
    }

    @Needs(Action.SEARCH_QUALITY)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return list(request, tenant, "", null);
    }

    @Needs(Action.SEARCH_QUALITY_EDIT)
    @Post("/questions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        Person person = visitor.signedIn();
        String typed = form.getOrDefault("question", "");
        try {
            long id = sets.add(tenant, person.username(), typed);
            return Flash.redirect(here(tenant) + "/questions/" + id, "已添加题目。请在下面选出应命中的条款。");
        } catch (Refusal refusal) {
            return list(request, tenant, typed, refusal);
        }
    }

    @Needs(Action.SEARCH_QUALITY)
    @Get("/questions/{id}")
    HttpResponse<String> question(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String id, @QueryValue @Nullable String q) {
        HitQuestion question = sets.question(tenant, Ids.of(id));
        return question(request, tenant, question, q == null ? "" : q.strip(), question.text(), "", null);
    }

    @Needs(Action.SEARCH_QUALITY_EDIT)
    @Post("/questions/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> rename(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String id, @Body Map<String, String> form) {
        return change(request, tenant, visitor, id, form, (person, question) -> {
            sets.rename(tenant, person.username(), question, form.getOrDefault("question", ""));
            return "已修改题目。";
        });
    }

    @Needs(Action.SEARCH_QUALITY_EDIT)
    @Post("/questions/{id}/clauses")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> expect(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String id, @Body Map<String, String> form) {
        return change(request, tenant, visitor, id, form, (person, question) -> {
            String passage = form.getOrDefault("passage", "");
            HitClause clause = passage.isEmpty()
                    ? finder.at(tenant, form.getOrDefault("address", ""), runs.today())
                    : finder.ofPassage(tenant, form.getOrDefault("shelf", ""), passage);
            sets.expect(tenant, person.username(), question, clause);
            return "已设为应命中条款：" + clause.words() + "。";
        });
    }

    @Needs(Action.SEARCH_QUALITY_EDIT)
    @Post("/questions/{id}/clauses/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> release(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String id, @Body Map<String, String> form) {
        return change(request, tenant, visitor, id, form, (person, question) -> {
            sets.release(
                    tenant,
                    person.username(),
                    question,
                    form.getOrDefault("shelf", ""),
                    Ids.of(form.getOrDefault("policy", "")),
                    form.getOrDefault("path", ""));
            return "已取消这一条。";
        });
    }

    @Needs(Action.SEARCH_QUALITY_EDIT)
    @Post("/questions/{id}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(Tenant tenant, Visitor visitor, String id) {
        Person person = visitor.signedIn();
        sets.remove(tenant, person.username(), Ids.of(id));
        return Flash.redirect(here(tenant), "已删除题目。");
    }

    /** What leaves the house is recorded. */
    @Needs(Action.SEARCH_QUALITY)
    @Get("/questions.csv")
    HttpResponse<String> csv(Tenant tenant, Visitor visitor) {
        return HttpResponse.ok(file.write(tenant, visitor.signedIn().username()))
                .contentType("text/csv;charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"hit-set-" + tenant.slug() + ".csv\"");
    }

    @Needs(Action.SEARCH_QUALITY_EDIT)
    @Post("/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> read(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, @Part("file") @Nullable CompletedFileUpload sent) {
        Person person = visitor.signedIn();
        try {
            int rows = file.read(tenant, person.username(), bytes(sent), runs.today());
            return Flash.redirect(here(tenant), "已导入 " + rows + " 条记录。");
        } catch (Refusal refusal) {
            return list(request, tenant, "", refusal);
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
        return Refusal.badField("file", "请选择不超过 2 MB 的 CSV 表格。");
    }

    /** A change of a question and the sentence that tells of it. */
    private interface Change {
        String of(Person person, long question);
    }

    private HttpResponse<?> change(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            String written,
            Map<String, String> form,
            Change change) {
        Person person = visitor.signedIn();
        long id = Ids.of(written);
        HitQuestion before = sets.question(tenant, id);
        try {
            return Flash.redirect(here(tenant) + "/questions/" + id, change.of(person, id));
        } catch (Refusal refusal) {
            String typed = form.getOrDefault("question", before.text());
            return question(request, tenant, before, "", typed, form.getOrDefault("address", ""), refusal);
        }
    }

    private HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, String typed, @Nullable Refusal refusal) {
        HitSetView view =
                HitSetView.of(tenant.slug(), sets.of(tenant), runs.last(tenant).orElse(null), typed, refusal);
        return refusal == null
                ? pages.show(request, "knowledge/console-hits", view)
                : pages.show(request, refusal.status(), "knowledge/console-hits", view);
    }

    private HttpResponse<String> question(
            HttpRequest<?> request,
            Tenant tenant,
            HitQuestion question,
            String query,
            String typed,
            String address,
            @Nullable Refusal refusal) {
        List<PassageHit> own = runs.hits(tenant, question.text());
        String searched =
                query.length() > HitSets.LONGEST_QUESTION ? query.substring(0, HitSets.LONGEST_QUESTION) : query;
        List<PassageHit> found = searched.isEmpty() ? own : runs.hits(tenant, searched);
        HitQuestionView view =
                HitQuestionView.of(tenant.slug(), question, own, searched, found, typed, address, refusal);
        return refusal == null
                ? pages.show(request, "knowledge/console-hit", view)
                : pages.show(request, refusal.status(), "knowledge/console-hit", view);
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/console/hits";
    }
}
