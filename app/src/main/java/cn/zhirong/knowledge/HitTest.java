package cn.zhirong.knowledge;

import cn.zhirong.policy.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks questions of an index, as the assistant would on that day, and looks where their clauses stand. */
final class HitTest {
    /** A question passes whose clause is among the first three: further down, few look. */
    static final int PASS = 3;

    static final int DEPTH = 50;
    private static final int TOLD = 3;
    private static final Set<Validity> CITABLE = Set.of(Validity.IN_FORCE, Validity.INFORMATION);

    private final PolicyIndexes indexes;
    private final String tenant;
    private final SearchSettings settings;
    private final LocalDate day;
    private final @Nullable DraftOverlay overlay;
    private final Map<String, List<Passage>> policies = new HashMap<>();

    /**
     * @param tenant slug of the bureau
     * @param day on which documents must hold
     * @param overlay the shelf as it would be, or null for the shelf as it is
     */
    HitTest(
            PolicyIndexes indexes,
            String tenant,
            SearchSettings settings,
            LocalDate day,
            @Nullable DraftOverlay overlay) {
        this.indexes = indexes;
        this.tenant = tenant;
        this.settings = settings;
        this.day = day;
        this.overlay = overlay;
    }

    /**
     * Where the first of the clauses stands.
     *
     * @param rank from 1, or 0 where it is not among the first {@link #DEPTH}
     * @param missing whether no document in force holds any of them
     */
    record Found(int rank, boolean missing, List<String> top) {}

    Found run(HitQuestion question) {
        var wanted = new HashSet<String>();
        question.clauses().forEach(clause -> wanted.addAll(passages(clause)));
        List<Passage> hits =
                hits(question.text()).stream().map(PassageHit::passage).toList();
        int rank = 0;
        for (int i = 0; i < hits.size() && rank == 0; i++) {
            rank = wanted.contains(hits.get(i).id()) ? i + 1 : 0;
        }
        List<String> top = hits.stream()
                .limit(TOLD)
                .map(passage -> HitClause.of(passage).words())
                .toList();
        return new Found(rank, wanted.isEmpty(), top);
    }

    /** What is found for some words, best first. */
    List<PassageHit> hits(String text) {
        return indexes.search(
                        new SearchQuery(tenant, text, day, Set.of(), Set.of(), CITABLE, 0, DEPTH, false),
                        settings,
                        overlay)
                .hits();
    }

    /** Ids of the passages that hold a clause, in each version in force; where a whole article is one passage, of that one. */
    private Set<String> passages(HitClause clause) {
        List<Passage> ofPolicy = policies.computeIfAbsent(
                clause.shelf() + "/" + clause.policyId(),
                key -> indexes.passagesOfPolicy(clause.shelf(), clause.policyId(), overlay));
        Map<Long, List<Passage>> byVersion = ofPolicy.stream()
                .filter(passage -> passage.shelf().equals(clause.shelf()))
                .filter(passage -> CITABLE.contains(passage.term().on(day)))
                .collect(Collectors.groupingBy(Passage::versionId));
        var ids = new HashSet<String>();
        byVersion.values().forEach(version -> within(clause, version).forEach(passage -> ids.add(passage.id())));
        return ids;
    }

    private static List<Passage> within(HitClause clause, List<Passage> version) {
        List<Passage> within = version.stream().filter(clause::holds).toList();
        if (!within.isEmpty()) {
            return within;
        }
        var around = new ArrayList<Passage>();
        for (Passage passage : version) {
            boolean holds = !passage.path().isEmpty() && HitClause.isWithin(clause.path(), passage.path());
            if (holds
                    && !around.isEmpty()
                    && passage.path().length() > around.getFirst().path().length()) {
                around.clear();
            }
            if (holds
                    && (around.isEmpty()
                            || passage.path().equals(around.getFirst().path()))) {
                around.add(passage);
            }
        }
        return around;
    }
}
