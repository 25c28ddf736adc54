package cn.zhirong.knowledge;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/**
 * Counts the documents among the candidates. Each facet is counted under the filters of the other facets, so that a reader sees what another
 * choice would give.
 */
final class Matches {
    private final SearchQuery query;
    private final Map<String, Map<String, Set<Long>>> documents = new LinkedHashMap<>();

    private Matches(SearchQuery query) {
        this.query = query;
    }

    /** @param docs document numbers of candidates */
    static Matches of(SearchQuery query, SortedSet<Integer> docs, IndexSearcher searcher, int firstOfShared)
            throws IOException {
        var matches = new Matches(query);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = null;
        Columns columns = null;
        for (int doc : docs) {
            if (leaf == null
                    || columns == null
                    || doc >= leaf.docBase + leaf.reader().maxDoc()) {
                leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
                columns = new Columns(values(leaf.reader(), Fields.POLICY), new TermColumns(leaf.reader()));
            }
            long policy = value(columns.policies(), doc - leaf.docBase);
            TermColumns.Facts facts = columns.terms().facts(doc - leaf.docBase, query.asOf());
            matches.count(facts, doc >= firstOfShared ? ~policy : policy);
        }
        return matches;
    }

    private record Columns(NumericDocValues policies, TermColumns terms) {}

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

    private void count(TermColumns.Facts facts, long policy) {
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
}
