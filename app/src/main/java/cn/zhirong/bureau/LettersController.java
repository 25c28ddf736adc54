package cn.zhirong.bureau;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.LetterKind;
import cn.zhirong.tenant.LetterText;
import cn.zhirong.tenant.LetterTexts;
import cn.zhirong.tenant.MergeText;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormErrors;
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
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The director's pages of the words in letters: merge fields, and nothing that runs. */
@Controller("/{slug}/console/settings/letters")
@ExecuteOn(TaskExecutors.BLOCKING)
class LettersController {
    private final SetUp setUp;
    private final LetterTexts letters;
    private final Pages pages;

    LettersController(SetUp setUp, LetterTexts letters, Pages pages) {
        this.setUp = setUp;
        this.letters = letters;
        this.pages = pages;
    }

    @Needs(Action.TENANT_SEE)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        List<LettersView.Row> rows = setUp.kinds().stream()
                .map(kind -> new LettersView.Row(
                        kind.label(),
                        here(tenant, kind),
                        letters.find(tenant, kind.kind()).isPresent() ? "本局文字" : "标准文字"))
                .toList();
        return pages.show(
                request,
                "bureau/letters",
                new LettersView(BureauTabs.of(tenant.slug(), visitor, BureauTabs.LETTERS), rows));
    }

    @Needs(Action.TENANT_SEE)
    @Get("/{kind}")
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor, String kind) {
        LetterKind letter = setUp.kind(kind);
        Optional<LetterText> own = letters.find(tenant, kind);
        LetterText text = own.orElse(new LetterText(letter.subject(), letter.body()));
        return pages.show(request, "bureau/letter", view(tenant, visitor, letter, text, own.orElse(null), null));
    }

    @Needs(Action.TENANT_CONFIGURE)
    @Post("/{kind}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String kind, @Body Map<String, String> form) {
        LetterKind letter = setUp.kind(kind);
        LetterText text = new LetterText(typed(form, "subject"), typed(form, "body"));
        LetterText seen = seen(form);
        try {
            boolean standard = form.containsKey("standard");
            setUp.changeLetter(tenant, visitor.signedIn().username(), letter, seen, standard ? null : text);
            return Flash.redirect(here(tenant, letter), standard ? "已恢复标准文字。" : "文字已保存，下一封通知起使用。");
        } catch (Refusal refusal) {
            LetterText now = refusal.status() == HttpStatus.CONFLICT
                    ? letters.find(tenant, kind).orElse(null)
                    : seen;
            return pages.show(
                    request, refusal.status(), "bureau/letter", view(tenant, visitor, letter, text, now, refusal));
        }
    }

    private static LettersView.Letter view(
            Tenant tenant,
            Visitor visitor,
            LetterKind kind,
            LetterText text,
            @Nullable LetterText seen,
            @Nullable Refusal refusal) {
        Map<String, String> samples =
                kind.fields().stream().collect(Collectors.toMap(field -> field, field -> "〔" + field + "〕"));
        return new LettersView.Letter(
                here(tenant, kind),
                BureauTabs.of(tenant.slug(), visitor, BureauTabs.LETTERS),
                FormErrors.of(refusal),
                visitor.may(Action.TENANT_CONFIGURE),
                kind.label(),
                text.subject(),
                text.body(),
                seen == null ? "" : seen.subject(),
                seen == null ? "" : seen.body(),
                kind.fields().stream().map(field -> "{{" + field + "}}").toList(),
                MergeText.fillLine(text.subject(), samples),
                MergeText.fill(text.body(), samples).lines().toList(),
                seen != null);
    }

    private static @Nullable LetterText seen(Map<String, String> form) {
        LetterText seen = new LetterText(typed(form, "seenSubject"), typed(form, "seenBody"));
        return seen.subject().isEmpty() ? null : seen;
    }

    private static String typed(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").replace("\r", "").strip();
    }

    private static String here(Tenant tenant, LetterKind kind) {
        return "/" + tenant.slug() + "/console/settings/letters/" + kind.kind();
    }
}
