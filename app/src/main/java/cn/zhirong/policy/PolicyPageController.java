package cn.zhirong.policy;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Published policies for everybody: reading, comparing versions, and the original file. */
@Needs(Action.VISIT)
@Controller("/{slug}/policies")
@ExecuteOn(TaskExecutors.BLOCKING)
class PolicyPageController {
    private final PolicyLibrary library;
    private final Pages pages;
    private final Clock clock;
    private final ExecutorService executor;

    PolicyPageController(
            PolicyLibrary library, Pages pages, Clock clock, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.library = library;
        this.pages = pages;
        this.clock = clock;
        this.executor = executor;
    }

    @Get("/{id}")
    HttpResponse<String> newest(
            HttpRequest<?> request,
            Tenant tenant,
            String id,
            @QueryValue @Nullable String asOf,
            @QueryValue @Nullable String quote) {
        return read(request, tenant, PageNumbers.id(id), null, asOf, quote);
    }

    @Get("/{id}/v{number}")
    HttpResponse<String> version(
            HttpRequest<?> request,
            Tenant tenant,
            String id,
            String number,
            @QueryValue @Nullable String asOf,
            @QueryValue @Nullable String quote) {
        return read(request, tenant, PageNumbers.id(id), PageNumbers.version(number), asOf, quote);
    }

    private HttpResponse<String> read(
            HttpRequest<?> request,
            Tenant tenant,
            long policyId,
            @Nullable Integer number,
            @Nullable String asOf,
            @Nullable String quote) {
        LocalDate today = PageNumbers.today(clock);
        LocalDate day = PageNumbers.day(asOf, today);
        PolicyDocument document = document(tenant, policyId, number, day);
        String words = quote == null || quote.length() > 2000 ? "" : quote;
        return pages.show(request, "policy/reading", ReadingView.of(tenant.slug(), document, day, today, words));
    }

    @Get("/{id}/comparison")
    HttpResponse<String> comparison(
            HttpRequest<?> request,
            Tenant tenant,
            String id,
            @QueryValue @Nullable String from,
            @QueryValue @Nullable String to,
            @QueryValue @Nullable String show) {
        long policyId = PageNumbers.id(id);
        LocalDate today = PageNumbers.today(clock);
        Integer later = to == null ? null : Integer.valueOf(PageNumbers.version(to));
        PolicyDocument after =
                document(tenant, policyId, later == null ? newest(tenant, policyId, today) : later, today);
        int ground = from == null ? before(after) : PageNumbers.version(from);
        PolicyDocument before = document(tenant, policyId, ground, today);
        return pages.show(request, "policy/comparison", ComparisonView.of(tenant.slug(), before, after, show));
    }

    @Get("/{id}/v{number}/file")
    HttpResponse<StreamedFile> file(Tenant tenant, String id, String number) {
        OriginalFile file = library.file(tenant, PageNumbers.id(id), PageNumbers.version(number))
                .orElseThrow(Refusal::notFound);
        return Downloads.of(file, executor);
    }

    private PolicyDocument document(Tenant tenant, long policyId, @Nullable Integer number, LocalDate day) {
        return library.document(tenant, policyId, number, day).orElseThrow(Refusal::notFound);
    }

    private int newest(Tenant tenant, long policyId, LocalDate day) {
        return document(tenant, policyId, null, day).versions().getFirst().number();
    }

    /** The published version before this one, or the version itself where it is the first. */
    private static int before(PolicyDocument document) {
        List<Integer> older = document.versions().stream()
                .map(VersionSummary::number)
                .filter(number -> number < document.version().number())
                .toList();
        return older.isEmpty() ? document.version().number() : older.getFirst();
    }
}
