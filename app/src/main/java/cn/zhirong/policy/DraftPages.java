package cn.zhirong.policy;

import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of one version in the officers' console, and what all its forms have in common. */
@Singleton
class DraftPages {
    private final PolicyDesk desk;
    private final Pages pages;

    DraftPages(PolicyDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /**
     * A form of the page that was sent.
     *
     * @param id of the version
     */
    record Sent(Tenant tenant, Person person, long id, FormFields fields) {
        static Sent of(Tenant tenant, Person person, String versionId, Map<String, Object> body) {
            return new Sent(tenant, person, PageNumbers.id(versionId), FormFields.of(body));
        }

        String actor() {
            return person.username();
        }

        /** The revision that the sender saw. */
        int revision() {
            return fields.number("revision");
        }

        String text(String field) {
            return fields.text(field);
        }
    }

    /** Changes a version; the result is the sentence that tells of it. */
    interface Change {
        String make(Sent sent);
    }

    /** Makes a change and leads back to its place on the page; what is refused comes back with everything that was typed. */
    HttpResponse<?> change(HttpRequest<?> request, Sent sent, Change change) {
        try {
            return done(sent.tenant(), sent.id(), change.make(sent), sent.text("anchor"));
        } catch (Refusal refusal) {
            return show(
                    request,
                    refusal.status(),
                    sent,
                    FormProblems.of(refusal),
                    null,
                    sent.fields().firsts());
        }
    }

    /** The page as it is. */
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Person person, long id) {
        Sent nothing = new Sent(tenant, person, id, new FormFields(Map.of()));
        return show(request, HttpStatus.OK, nothing, List.of(), null, Map.of());
    }

    /**
     * The page with what is wrong with a form of it.
     *
     * @param typed the facts as typed, or null to show those stored
     * @param small what was typed in the small forms
     */
    HttpResponse<String> show(
            HttpRequest<?> request,
            HttpStatus status,
            Sent sent,
            List<Refusal.Field> problems,
            @Nullable FactsForm typed,
            Map<String, String> small) {
        Tenant tenant = sent.tenant();
        DraftView view = DraftView.of(
                tenant.slug(),
                sent.person(),
                desk.draft(tenant, sent.id()),
                desk.versionsForDesk(tenant),
                problems,
                typed,
                small);
        return pages.show(request, status, "console/draft", view);
    }

    /** Leads to a place on the page and tells there what was done. */
    static HttpResponse<String> done(Tenant tenant, long id, String sentence, String anchor) {
        String fragment = anchor.matches("[a-z0-9-]{1,100}") ? "#" + anchor : "";
        return Flash.redirect(console(tenant) + "/" + id + fragment, sentence);
    }

    /** Address of the list of all versions. */
    static String console(Tenant tenant) {
        return "/" + tenant.slug() + "/console/policies";
    }
}
