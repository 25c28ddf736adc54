package cn.zhirong.knowledge;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.document.DocumentKind;
import cn.zhirong.policy.PolicyFilter;
import cn.zhirong.policy.PolicyLibrary;
import cn.zhirong.policy.PolicyLink;
import cn.zhirong.policy.PolicyList;
import cn.zhirong.policy.PolicySummary;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.policy.Validity;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code GET /policies} for programs: passages for a question, or without one the list of documents. */
@Needs(Action.VISIT)
@Controller("/api/v1/{slug}/policies")
class SearchApiController {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_QUESTION = 500;
    private static final int MOST = 100;

    private final PolicySearch search;
    private final PolicyLibrary library;
    private final Clock clock;

    SearchApiController(PolicySearch search, PolicyLibrary library, Clock clock) {
        this.search = search;
        this.library = library;
        this.clock = clock;
    }

    /** What was found, best first. */
    @Serdeable
    record Found(List<Hit> hits, long total, long millis) {}

    /** A passage, or a document where nothing was asked: then path and snippet are empty and the score is 0. */
    @Serdeable
    record Hit(
            long policy,
            int version,
            String title,
            String documentNumber,
            String provision,
            String snippet,
            String validity,
            double score,
            String url) {}

    @Get
    Found find(
            Tenant tenant,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable LocalDate asOf,
            @QueryValue @Nullable String kind,
            @QueryValue @Nullable Integer size) {
        LocalDate day = asOf == null ? LocalDate.ofInstant(clock.instant(), SHANGHAI) : asOf;
        int most = size == null ? 10 : size;
        if (most < 1 || most > MOST) {
            throw Refusal.badField("size", "size 须在 1 至 " + MOST + " 之间。");
        }
        String question = q == null ? "" : q.strip();
        if (question.length() > LONGEST_QUESTION) {
            throw Refusal.badField("q", "q 最长 " + LONGEST_QUESTION + " 个字，现有 " + question.length() + " 个。");
        }
        Set<DocumentKind> kinds = kinds(kind);
        return question.isEmpty() ? list(tenant, kinds, day, most) : search(tenant, question, kinds, day, most);
    }

    private Found search(Tenant tenant, String question, Set<DocumentKind> kinds, LocalDate day, int most) {
        SearchResult result =
                search.search(new SearchQuery(tenant.slug(), question, day, kinds, Set.of(), Set.of(), 0, most, false));
        return new Found(result.hits().stream().map(hit -> hit(tenant, hit)).toList(), result.total(), result.millis());
    }

    private static Hit hit(Tenant tenant, PassageHit hit) {
        Passage passage = hit.passage();
        return new Hit(
                passage.policyId(),
                passage.versionNumber(),
                passage.title(),
                passage.documentNumber(),
                passage.path(),
                hit.snippet().stream().map(PassageHit.Snippet::text).collect(Collectors.joining()),
                word(hit.validity()),
                hit.score(),
                PolicyLink.path(tenant.slug(), passage.policyId(), passage.versionNumber(), passage.anchor()));
    }

    private Found list(Tenant tenant, Set<DocumentKind> kinds, LocalDate day, int most) {
        long began = System.nanoTime();
        PolicyList list = library.list(tenant, new PolicyFilter(kinds, Set.of(), Set.of(), day, 0, most));
        List<Hit> hits =
                list.policies().stream().map(summary -> hit(tenant, summary)).toList();
        return new Found(hits, list.total(), (System.nanoTime() - began) / 1_000_000);
    }

    private static Hit hit(Tenant tenant, PolicySummary summary) {
        PolicyVersion version = summary.version();
        return new Hit(
                version.policyId(),
                version.number(),
                version.title(),
                version.documentNumber(),
                "",
                "",
                word(summary.validity()),
                0,
                version.link().path(tenant.slug()));
    }

    private static Set<DocumentKind> kinds(@Nullable String kind) {
        if (kind == null || kind.isBlank()) {
            return Set.of();
        }
        String name = kind.strip().replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(DocumentKind.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(Set::of)
                .orElseThrow(() -> Refusal.badField("kind", "kind 的值“" + kind + "”不在可选范围内。"));
    }

    private static String word(Validity validity) {
        return validity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
