package cn.zhirong.knowledge;

import cn.zhirong.document.DocumentKind;
import cn.zhirong.policy.Level;
import cn.zhirong.policy.Term;
import cn.zhirong.policy.Validity;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * Counts the documents among the candidates. Each facet is counted under the filters of the other facets, so that a reader sees what another
 * choice would give.
 */
final class Matches {
    private record Facts(DocumentKind kind, Level level, Validity validity) {}

    private final SearchQuery query;
    private final Map<String, Map<String, Set<Long>>> documents = new LinkedHashMap<>();
    private final Map<Integer, Validity> holding = new HashMap<>();

    private Matches(SearchQuery query) {
        this.query = query;
    }

    /** @param docs document numbers of candidates, in any order */
    static Matches of(SearchQuery query, Collection<Integer> docs, IndexSearcher searcher, int firstOfShared)
            throws IOException {
        var matches = new Matches(query);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = null;
        Columns columns = null;
        for (int doc : new TreeSet<>(docs)) {
            if (leaf == null
                    || columns == null
                    || doc >= leaf.docBase + leaf.reader().maxDoc()) {
                leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
                columns = new Columns(values(leaf.reader(), Fields.POLICY), new Dates(leaf.reader()));
            }
            long policy = value(columns.policies(), doc - leaf.docBase);
            Facts facts = columns.dates().facts(doc - leaf.docBase, query.asOf());
            matches.holding.put(doc, facts.validity());
            matches.count(facts, doc >= firstOfShared ? ~policy : policy);
        }
        return matches;
    }

    private record Columns(NumericDocValues policies, Dates dates) {}

    /** Whether a candidate holds or informs on the day asked. */
    boolean holds(int doc) {
        Validity validity = holding.get(doc);
        return validity == Validity.IN_FORCE || validity == Validity.INFORMATION;
    }

    /** Documents by kind, level and validity. */
    Map<String, Map<String, Long>> facets() {
        var facets = new LinkedHashMap<String, Map<String, Long>>();
        for (String facet : new String[] {"kind", "level", "validity"}) {
            var counts = new LinkedHashMap<String, Long>();
            documents.getOrDefault(facet, Map.of()).entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry ->
                            counts.put(entry.getKey(), (long) entry.getValue().size()));
            facets.put(facet, counts);
        }
        return facets;
    }

    private void count(Facts facts, long policy) {
        boolean kind = query.kinds().isEmpty() || query.kinds().contains(facts.kind());
        boolean level = query.levels().isEmpty() || query.levels().contains(facts.level());
        boolean validity = query.validities().isEmpty() || query.validities().contains(facts.validity());
        if (level && validity) {
            add("kind", facts.kind(), policy);
        }
        if (kind && validity) {
            add("level", facts.level(), policy);
        }
        if (kind && level) {
            add("validity", facts.validity(), policy);
        }
    }

    private void add(String facet, Enum<?> value, long policy) {
        documents
                .computeIfAbsent(facet, key -> new HashMap<>())
                .computeIfAbsent(value.name(), key -> new HashSet<>())
                .add(policy);
    }

    static NumericDocValues values(LeafReader reader, String field) throws IOException {
        NumericDocValues single = DocValues.unwrapSingleton(DocValues.getSortedNumeric(reader, field));
        return single == null ? DocValues.emptyNumeric() : single;
    }

    static long value(NumericDocValues values, int doc) throws IOException {
        return values.advanceExact(doc) ? values.longValue() : 0;
    }

    /** What decides kind, level and validity of a document number. */
    private record Dates(
            NumericDocValues kind,
            NumericDocValues level,
            NumericDocValues effectiveFrom,
            NumericDocValues expiresOn,
            NumericDocValues repealedOn,
            NumericDocValues supersededOn) {
        Dates(LeafReader reader) throws IOException {
            this(
                    values(reader, Fields.KIND),
                    values(reader, Fields.LEVEL),
                    values(reader, Fields.EFFECTIVE_FROM),
                    values(reader, Fields.EXPIRES_ON),
                    values(reader, Fields.REPEALED_ON),
                    values(reader, Fields.SUPERSEDED_ON));
        }

        Facts facts(int doc, LocalDate asOf) throws IOException {
            DocumentKind documentKind = DocumentKind.values()[(int) value(kind, doc)];
            var term = new Term(
                    documentKind,
                    day(effectiveFrom, doc),
                    day(expiresOn, doc),
                    day(repealedOn, doc),
                    day(supersededOn, doc));
            return new Facts(documentKind, Level.values()[(int) value(level, doc)], term.on(asOf));
        }

        private static @Nullable LocalDate day(NumericDocValues values, int doc) throws IOException {
            long day = value(values, doc);
            return day == Long.MIN_VALUE || day == Long.MAX_VALUE ? null : LocalDate.ofEpochDay(day);
        }
    }
}
