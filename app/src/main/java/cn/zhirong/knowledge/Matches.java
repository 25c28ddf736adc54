package cn.zhirong.knowledge;

import cn.zhirong.document.DocumentKind;
import cn.zhirong.policy.Level;
import cn.zhirong.policy.Term;
import cn.zhirong.policy.Validity;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Counts what matches by words. Each facet is counted under the filters of the other facets, so that a reader sees what another
 * choice would give.
 */
final class Matches {
    private record Facts(DocumentKind kind, Level level, Validity validity) {}

    private final SearchQuery query;
    private final Map<String, Map<String, Set<Long>>> documents = new LinkedHashMap<>();
    private long total;

    private Matches(SearchQuery query) {
        this.query = query;
    }

    static Matches of(SearchQuery query, Words words, IndexSearcher searcher, int firstOfShared) throws IOException {
        var matches = new Matches(query);
        Query matching = searcher.rewrite(words.matching());
        Weight weight = searcher.createWeight(matching, ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                matches.count(scorer.iterator(), leaf.reader(), leaf.docBase >= firstOfShared);
            }
        }
        return matches;
    }

    /** How many passages match, all filters applied. */
    long total() {
        return total;
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

    private void count(DocIdSetIterator found, LeafReader reader, boolean shared) throws IOException {
        NumericDocValues versions = values(reader, Fields.VERSION);
        NumericDocValues policies = values(reader, Fields.POLICY);
        var dates = new Dates(reader);
        var known = new HashMap<Long, Facts>();
        Bits live = reader.getLiveDocs();
        for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
            if (live != null && !live.get(doc)) {
                continue;
            }
            long version = value(versions, doc);
            Facts facts = known.get(version);
            if (facts == null) {
                facts = dates.facts(doc, query.asOf());
                known.put(version, facts);
            }
            long policy = value(policies, doc);
            count(facts, shared ? ~policy : policy);
        }
    }

    private void count(Facts facts, long policy) {
        boolean kind = query.kinds().isEmpty() || query.kinds().contains(facts.kind());
        boolean level = query.levels().isEmpty() || query.levels().contains(facts.level());
        boolean validity = query.validities().isEmpty() || query.validities().contains(facts.validity());
        total += kind && level && validity ? 1 : 0;
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
