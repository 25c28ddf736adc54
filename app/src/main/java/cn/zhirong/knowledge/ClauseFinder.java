package cn.zhirong.knowledge;

import cn.zhirong.document.Provision;
import cn.zhirong.policy.PolicyDocument;
import cn.zhirong.policy.PolicyFilter;
import cn.zhirong.policy.PolicyLibrary;
import cn.zhirong.policy.PolicySummary;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the clause that somebody means: by a passage, by its address on the reading page, or by number and path. */
@Singleton
class ClauseFinder {
    private static final Pattern ADDRESS = Pattern.compile(
            "/policies/([1-9][0-9]{0,17})(?:/v([1-9][0-9]{0,4}))?(?:\\?[^#]{0,500})?#([A-Za-z0-9-]{1,200})$");
    private static final int PAGE = 100;
    private static final int MOST_POLICIES = 5_000;

    private final PolicyLibrary library;
    private final PolicyIndexes indexes;

    ClauseFinder(PolicyLibrary library, PolicyIndexes indexes) {
        this.library = library;
        this.indexes = indexes;
    }

    /** The clause of a passage that this bureau's readers find. */
    HitClause ofPassage(Tenant tenant, String shelf, String passage) {
        if (!shelf.equals(tenant.slug()) && !shelf.equals(Tenant.SHARED)) {
            throw Refusal.notFound();
        }
        return indexes.passage(shelf, passage).map(HitClause::of).orElseThrow(Refusal::notFound);
    }

    /** The clause at an address of the reading page, as its link gives it. */
    HitClause at(Tenant tenant, String address, LocalDate day) {
        Matcher parts = ADDRESS.matcher(address.strip());
        if (!parts.find()) {
            throw Refusal.badField("address", "请粘贴条款的链接：在政策页面点条款旁的链接标志，复制地址栏里带“#”的地址。");
        }
        Integer version = parts.group(2) == null ? null : Integer.valueOf(parts.group(2));
        PolicyDocument document = library.document(tenant, Long.parseLong(parts.group(1)), version, day)
                .orElseThrow(() -> Refusal.badField("address", "没有找到这个地址的文件，可能已经撤下。"));
        List<Passage> passages = indexes.passagesOf(
                document.version().shelf(), document.version().id());
        return at(document.provisions(), passages, parts.group(3))
                .map(HitClause::of)
                .orElseThrow(() -> Refusal.badField("address", "没有找到这个地址的条款，或者它还没有进入检索。"));
    }

    /** What this bureau's readers see: each policy by the version in force on the day, or else its newest. */
    List<PolicyVersion> library(Tenant tenant, LocalDate day) {
        var versions = new ArrayList<PolicyVersion>();
        List<PolicySummary> page;
        do {
            var filter = new PolicyFilter(Set.of(), Set.of(), Set.of(), day, versions.size(), PAGE);
            page = library.list(tenant, filter).policies();
            page.forEach(summary -> versions.add(summary.version()));
        } while (page.size() == PAGE && versions.size() < MOST_POLICIES);
        return versions;
    }

    /**
     * The clause of a document by its number, or by its title where it has none.
     *
     * @param library where to look
     * @param path as people write it: {@code 第12条}, full-width brackets
     */
    Optional<HitClause> named(Tenant tenant, List<PolicyVersion> library, String number, String path, LocalDate day) {
        String wanted = form(number);
        String clause = form(path);
        for (PolicyVersion version : library) {
            if (form(version.documentNumber()).equals(wanted)
                    || form(version.title()).equals(wanted)) {
                Optional<Passage> found = named(tenant, version, clause, day);
                if (found.isPresent()) {
                    return found.map(HitClause::of);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Passage> named(Tenant tenant, PolicyVersion version, String clause, LocalDate day) {
        List<Passage> passages = indexes.passagesOf(version.shelf(), version.id());
        Optional<Passage> found = passages.stream()
                .filter(passage -> form(HitClause.pathWords(passage.path())).equals(clause))
                .findFirst();
        return found.or(() -> library.document(tenant, version.policyId(), version.number(), day)
                .flatMap(document -> document.provisions().stream()
                        .filter(provision -> form(provision.path()).equals(clause))
                        .findFirst()
                        .flatMap(provision -> at(document.provisions(), passages, provision.anchor()))));
    }

    /** The passage that begins at an anchor, or that of the provision around it. */
    private static Optional<Passage> at(List<Provision> provisions, List<Passage> passages, String anchor) {
        Provision at = provisions.stream()
                .filter(provision -> provision.anchor().equals(anchor))
                .findFirst()
                .orElse(null);
        while (at != null) {
            Provision present = at;
            Optional<Passage> found = passages.stream()
                    .filter(passage -> passage.anchor().equals(present.anchor()))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            at = parent(provisions, present);
        }
        return Optional.empty();
    }

    private static @Nullable Provision parent(List<Provision> provisions, Provision of) {
        return of.parent() < 0 ? null : provisions.get(of.parent());
    }

    private static String form(String text) {
        return TextForm.normal(text).replaceAll("[\\s《》]", "");
    }
}
