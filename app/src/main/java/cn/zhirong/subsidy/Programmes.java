package cn.zhirong.subsidy;

import cn.zhirong.bundle.Problems;
import cn.zhirong.database.Json;
import cn.zhirong.kernel.DateRange;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleYaml;
import cn.zhirong.rule.StandardFacts;
import cn.zhirong.rule.Vocabulary;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The programmes of a bureau, and which version of their rules holds on a day. */
@Singleton
public class Programmes {
    /** Newest first: the one that began last is the one that holds. */
    private static final Comparator<RuleVersion> NEWEST = Comparator.comparing(
                    (RuleVersion version) -> version.effective().from())
            .thenComparing(RuleVersion::number)
            .reversed();

    private static final Logger LOG = LoggerFactory.getLogger(Programmes.class);

    private static final int MOST_READ = 5_000;

    /** Codes are kept as ASCII: anything else cannot even be compared with them. */
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,60}");

    private final ProgrammeRepository repository;
    private final RuleVersionRepository versions;
    private final Vocabularies vocabularies;
    private final ProgrammeHistory history;
    private final Json json;
    /** Published rules as read: they never change, but for the words of what officers judge and of rates. */
    private final Map<Read, Optional<Rule>> read = new ConcurrentHashMap<>();

    Programmes(
            ProgrammeRepository repository,
            RuleVersionRepository versions,
            Vocabularies vocabularies,
            ProgrammeHistory history,
            Json json) {
        this.repository = repository;
        this.versions = versions;
        this.vocabularies = vocabularies;
        this.history = history;
        this.json = json;
    }

    private record Read(long tenantId, long id, int revision, Map<String, String> words) {}

    /** All of them, in the order in which they were added. */
    public List<Programme> all(Tenant tenant) {
        return repository.all(tenant.id()).stream().map(this::programme).toList();
    }

    /** The programme of that code. */
    public Optional<Programme> find(Tenant tenant, String code) {
        return !CODE.matcher(code).matches()
                ? Optional.empty()
                : repository.findByCode(tenant.id(), code).map(this::programme);
    }

    /**
     * The programme of that number.
     *
     * @throws Refusal not found
     */
    public Programme get(Tenant tenant, long id) {
        return programme(repository.find(tenant.id(), id).orElseThrow(Refusal::notFound));
    }

    /**
     * The programme of that number as it was in force at an instant: an application goes on under the materials, windows and
     * clocks it was opened under.
     *
     * @throws Refusal not found
     */
    public Programme at(Tenant tenant, long id, Instant instant) {
        return history.at(tenant, id, instant).orElseGet(() -> get(tenant, id));
    }

    /** All published versions of a programme, the newest first. */
    public List<RuleVersion> published(Tenant tenant, Programme programme) {
        Vocabulary vocabulary = vocabularies.of(tenant);
        return readable(
                        versions.ofProgramme(tenant.id(), programme.id()).stream()
                                .filter(row -> row.state() == RuleState.PUBLISHED),
                        tenant,
                        vocabulary)
                .sorted(NEWEST)
                .toList();
    }

    /** All published versions of all programmes, the newest of each programme first. */
    public List<RuleVersion> published(Tenant tenant) {
        Vocabulary vocabulary = vocabularies.of(tenant);
        return readable(versions.published(tenant.id()).stream(), tenant, vocabulary)
                .sorted(Comparator.comparing(RuleVersion::programmeId).thenComparing(NEWEST))
                .toList();
    }

    /** What rules are called by whoever reads of them, by their codes; looked up when the first is asked for. */
    public UnaryOperator<String> ruleNames(Tenant tenant) {
        Map<String, String> names = new HashMap<>();
        return code -> {
            if (names.isEmpty()) {
                published(tenant)
                        .forEach(version -> names.putIfAbsent(
                                version.rule().id(), version.rule().name()));
                names.putIfAbsent(code, code);
            }
            return names.getOrDefault(code, code);
        };
    }

    /** The version that holds on the day; one for a draft for comment holds too, and never yields an amount. */
    public Optional<RuleVersion> inForce(Tenant tenant, Programme programme, LocalDate day) {
        return holding(published(tenant, programme), day);
    }

    /** The version of that number in the table, whatever its state; empty for a draft that is not yet a rule. */
    public Optional<RuleVersion> version(Tenant tenant, long id) {
        Vocabulary vocabulary = vocabularies.of(tenant);
        return versions.find(tenant.id(), id).flatMap(row -> version(tenant, row, vocabulary));
    }

    /** Without the programmes of which a rule cannot be read: an older version must not hold in its place. */
    private Stream<RuleVersion> readable(Stream<RuleVersionRow> rows, Tenant tenant, Vocabulary vocabulary) {
        List<RuleVersion> found = new ArrayList<>();
        Set<Long> broken = new HashSet<>();
        rows.forEach(row -> version(tenant, row, vocabulary).ifPresentOrElse(found::add, () -> {
            LOG.error("a published rule cannot be read tenant={} version={}", tenant.slug(), row.key());
            broken.add(row.programmeId());
        }));
        return found.stream().filter(version -> !broken.contains(version.programmeId()));
    }

    /** Of the versions of one programme, the newest first, the one that holds on the day. */
    public static Optional<RuleVersion> holding(List<RuleVersion> newestFirst, LocalDate day) {
        return newestFirst.stream()
                .filter(version -> !version.effective().from().isAfter(day))
                .findFirst()
                .filter(version -> version.effective().contains(day));
    }

    private Programme programme(ProgrammeRow row) {
        return new Programme(
                row.key(),
                row.code(),
                row.title(),
                row.kind(),
                row.policy(),
                json.read(row.content(), ProgrammeContent.class),
                row.revision());
    }

    private Optional<RuleVersion> version(Tenant tenant, RuleVersionRow row, Vocabulary vocabulary) {
        Optional<Rule> rule;
        if (row.state() == RuleState.PUBLISHED) {
            if (read.size() > MOST_READ) {
                read.clear();
            }
            rule = read.computeIfAbsent(
                    new Read(tenant.id(), row.key(), row.revision(), words(vocabulary)), key -> read(row, vocabulary));
        } else {
            rule = read(row, vocabulary);
        }
        return rule.map(found -> new RuleVersion(
                row.key(),
                row.programmeId(),
                row.number(),
                row.state(),
                new DateRange(row.effectiveFrom(), row.effectiveUntil()),
                row.transition(),
                found));
    }

    private static Map<String, String> words(Vocabulary vocabulary) {
        Map<String, String> words = new HashMap<>(vocabulary.parameters());
        vocabulary.facts().all().stream()
                .filter(fact -> StandardFacts.catalogue().find(fact.name()).isEmpty())
                .forEach(fact -> words.put("fact " + fact.name(), fact.label()));
        return words;
    }

    private static Optional<Rule> read(RuleVersionRow row, Vocabulary vocabulary) {
        return RuleYaml.read("rule " + row.id(), row.content(), vocabulary, new Problems());
    }
}
