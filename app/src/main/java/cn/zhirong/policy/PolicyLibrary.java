package cn.zhirong.policy;

import cn.zhirong.database.Json;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What readers of a bureau see: what is published on its own shelf and on the shared one. A policy of another bureau, a draft and
 * what was withdrawn are as if they were not there.
 */
@Singleton
public class PolicyLibrary {
    private static final Comparator<PolicySummary> NEWEST_FIRST = Comparator.comparing(
                    (PolicySummary summary) -> summary.version().datedOn(),
                    Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(summary -> summary.version().policyId(), Comparator.reverseOrder());

    /** How a policy without a code is named, before its number. */
    private static final String UNCODED = "policy-";

    private final PolicyRepository policies;
    private final VersionRepository repository;
    private final TextRepository texts;
    private final FileRepository files;
    private final Versions versions;
    private final Tenants tenants;
    private final Json json;

    PolicyLibrary(
            PolicyRepository policies,
            VersionRepository repository,
            TextRepository texts,
            FileRepository files,
            Versions versions,
            Tenants tenants,
            Json json) {
        this.policies = policies;
        this.repository = repository;
        this.texts = texts;
        this.files = files;
        this.versions = versions;
        this.tenants = tenants;
        this.json = json;
    }

    /**
     * A policy as it is read.
     *
     * @param versionNumber the version, or null for the one in force on {@code asOf}, or else the newest
     * @param asOf the day for which validity is told
     */
    public Optional<PolicyDocument> document(
            Tenant reader, long policyId, @Nullable Integer versionNumber, LocalDate asOf) {
        for (Tenant shelf : shelves(reader)) {
            List<VersionRow> rows = published(shelf, policyId);
            if (!rows.isEmpty()) {
                return choose(versions.versions(shelf, rows), versionNumber, asOf)
                        .map(chosen -> document(reader, shelf, rows, chosen, asOf));
            }
        }
        return Optional.empty();
    }

    /**
     * A policy by the name that rules know it by: its code, or {@code policy-12} where it came without one.
     *
     * @param version the document number of the version meant; where no version has it, the one in force on {@code asOf} counts
     * @param asOf the day for which validity is told
     */
    public Optional<PolicyDocument> named(Tenant reader, String name, String version, LocalDate asOf) {
        for (Tenant shelf : shelves(reader)) {
            List<VersionRow> rows = ofName(shelf, name);
            if (!rows.isEmpty()) {
                List<PolicyVersion> all = versions.versions(shelf, rows);
                Integer number = all.stream()
                        .filter(one -> one.documentNumber().equals(version))
                        .map(PolicyVersion::number)
                        .findFirst()
                        .orElse(null);
                return choose(all, number, asOf).map(chosen -> document(reader, shelf, rows, chosen, asOf));
            }
        }
        return Optional.empty();
    }

    /** The names that rules know the reader's policies by, by their numbers. */
    public Map<Long, String> names(Tenant reader) {
        Map<Long, String> names = new HashMap<>();
        for (Tenant shelf : shelves(reader)) {
            policies.all(shelf.id()).forEach(row -> names.put(row.id(), name(row)));
        }
        return names;
    }

    private static String name(PolicyRow row) {
        String code = row.code();
        return code == null ? UNCODED + row.id() : code;
    }

    private List<VersionRow> ofName(Tenant shelf, String name) {
        String digits = name.startsWith(UNCODED) ? name.substring(UNCODED.length()) : "";
        if (digits.matches("[0-9]{1,18}")) {
            return published(shelf, Long.parseLong(digits));
        }
        return repository.ofCode(shelf.id(), name).reversed().stream()
                .filter(row -> row.state() == State.PUBLISHED)
                .toList();
    }

    /** A page of the list of policies, each by the version in force on the day, or else its newest. */
    public PolicyList list(Tenant reader, PolicyFilter filter) {
        List<PolicySummary> all = new ArrayList<>();
        for (Tenant shelf : shelves(reader)) {
            Map<Long, List<PolicyVersion>> byPolicy = new LinkedHashMap<>();
            for (PolicyVersion version : versions.versions(shelf, repository.published(shelf.id()))) {
                byPolicy.computeIfAbsent(version.policyId(), id -> new ArrayList<>())
                        .addFirst(version);
            }
            byPolicy.values().forEach(ofPolicy -> all.add(summary(ofPolicy, filter.asOf())));
        }
        List<PolicySummary> taken = all.stream()
                .filter(filter::takesKind)
                .filter(filter::takesLevel)
                .filter(filter::takesValidity)
                .sorted(NEWEST_FIRST)
                .toList();
        int from = Math.min(filter.from(), taken.size());
        List<PolicySummary> page = taken.subList(from, Math.min(from + filter.size(), taken.size()));
        return new PolicyList(page, taken.size(), facets(all, filter));
    }

    /** The file that a published version came from. */
    public Optional<OriginalFile> file(Tenant reader, long policyId, int versionNumber) {
        for (Tenant shelf : shelves(reader)) {
            for (VersionRow row : published(shelf, policyId)) {
                FileInfo info = versions.file(shelf, row);
                if (row.number() == versionNumber && info != null) {
                    long fileId = Objects.requireNonNull(row.fileId());
                    return Optional.of(new OriginalFile(info, out -> write(shelf, fileId, out)));
                }
            }
        }
        return Optional.empty();
    }

    private List<Tenant> shelves(Tenant reader) {
        Tenant shared = tenants.shared();
        return reader.id() == shared.id() ? List.of(shared) : List.of(reader, shared);
    }

    private List<VersionRow> published(Tenant shelf, long policyId) {
        return repository.ofPolicy(shelf.id(), policyId).stream()
                .filter(row -> row.state() == State.PUBLISHED)
                .toList();
    }

    private static Optional<PolicyVersion> choose(
            List<PolicyVersion> newestFirst, @Nullable Integer number, LocalDate asOf) {
        if (number != null) {
            return newestFirst.stream()
                    .filter(version -> version.number() == number)
                    .findFirst();
        }
        return Optional.of(summary(newestFirst, asOf).version());
    }

    private static PolicySummary summary(List<PolicyVersion> newestFirst, LocalDate asOf) {
        PolicyVersion counts = newestFirst.stream()
                .filter(version -> version.term().on(asOf).isCitable())
                .findFirst()
                .orElse(newestFirst.getFirst());
        return new PolicySummary(counts, counts.term().on(asOf));
    }

    private PolicyDocument document(
            Tenant reader, Tenant shelf, List<VersionRow> rows, PolicyVersion chosen, LocalDate asOf) {
        VersionRow row = rows.stream()
                .filter(it -> it.number() == chosen.number())
                .findFirst()
                .orElseThrow();
        List<PolicyVersion> all = versions.versions(shelf, rows);
        PolicyLink supersededBy = chosen.supersededOn() == null
                ? null
                : all.stream()
                        .filter(version -> version.number() > chosen.number())
                        .min(Comparator.comparingInt(PolicyVersion::number))
                        .map(PolicyVersion::link)
                        .orElse(null);
        return new PolicyDocument(
                chosen,
                chosen.term().on(asOf),
                versions.provisions(shelf, chosen.id()),
                all.stream().map(version -> VersionSummary.of(version, asOf)).toList(),
                versions.file(shelf, row),
                cited(reader, shelf, chosen),
                supersededBy,
                repealer(reader, chosen));
    }

    private Map<String, PolicyLink> cited(Tenant reader, Tenant shelf, PolicyVersion version) {
        List<String> numbers = texts.citedNumbers(shelf.id(), version.id())
                .map(list -> json.readList(list, String.class))
                .orElse(List.of());
        Map<String, PolicyLink> held = new HashMap<>();
        if (!numbers.isEmpty()) {
            List<String> most = numbers.subList(0, Math.min(numbers.size(), 200));
            for (VersionRow row : repository.byDocumentNumbers(ids(reader), most)) {
                if (row.policyId() != version.policyId()) {
                    // The newest version of a number comes first.
                    held.putIfAbsent(row.documentNumber(), link(row));
                }
            }
        }
        return held;
    }

    private @Nullable PolicyLink repealer(Tenant reader, PolicyVersion version) {
        String by = version.repealedBy();
        if (by.isEmpty()) {
            return null;
        }
        List<VersionRow> found = new ArrayList<>(repository.byDocumentNumbers(ids(reader), List.of(by)));
        ids(reader).forEach(id -> found.addAll(repository.byTitle(id, by)));
        return found.stream()
                .filter(row -> row.state() == State.PUBLISHED && row.policyId() != version.policyId())
                .findFirst()
                .map(PolicyLibrary::link)
                .orElse(null);
    }

    private List<Long> ids(Tenant reader) {
        return shelves(reader).stream().map(Tenant::id).toList();
    }

    private static PolicyLink link(VersionRow row) {
        return new PolicyLink(row.policyId(), row.number(), row.title(), row.documentNumber());
    }

    private static Map<String, Map<String, Long>> facets(List<PolicySummary> all, PolicyFilter filter) {
        return Map.of(
                "kind",
                counts(
                        all,
                        filter::takesLevel,
                        filter::takesValidity,
                        it -> it.version().kind().name()),
                "level",
                counts(
                        all,
                        filter::takesKind,
                        filter::takesValidity,
                        it -> it.version().level().name()),
                "validity",
                counts(
                        all,
                        filter::takesKind,
                        filter::takesLevel,
                        it -> it.validity().name()));
    }

    private static Map<String, Long> counts(
            List<PolicySummary> all,
            Predicate<PolicySummary> one,
            Predicate<PolicySummary> other,
            Function<PolicySummary, String> name) {
        return all.stream()
                .filter(one)
                .filter(other)
                .collect(Collectors.groupingBy(name, TreeMap::new, Collectors.counting()));
    }

    private void write(Tenant shelf, long fileId, OutputStream out) throws IOException {
        int ordinal = 0;
        Optional<PieceRow> piece = files.piece(shelf.id(), fileId, ordinal);
        while (piece.isPresent()) {
            out.write(piece.get().content());
            piece = files.piece(shelf.id(), fileId, ++ordinal);
        }
    }
}
