package cn.zhirong.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our own way through the postings against Lucene's: the same documents, in the same order, with the same scores. */
class PassageScanTest {
    private static final int VERSIONS = 60;
    private static final String SYLLABLES = "贷款贴息担保质押企业申请金额比例期限材料条件登记";
    private static final List<String> QUESTIONS =
            List.of("贷款贴息比例", "质押登记要哪些材料", "企业申请担保的条件和期限，贷款金额是多少", "贴息贴息贴息", "款", "没有", "loan 50%");

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final Random random = new Random(5);
    private DirectoryReader reader;
    private IndexSearcher searcher;

    @BeforeEach
    void passages_in_several_leaves_some_of_them_deleted() throws IOException {
        var configuration = ShelfIndex.configuration(new SerialMergeScheduler()).setMergePolicy(NoMergePolicy.INSTANCE);
        try (var writer = new IndexWriter(directory, configuration)) {
            for (int version = 1; version <= VERSIONS; version++) {
                CutVersion cut = CutVersion.of(version(version));
                for (Passage passage : cut.passages()) {
                    writer.addDocument(Fields.passage(passage, null));
                }
                writer.addDocument(Fields.whole(cut));
                if (version % 25 == 0) {
                    writer.commit();
                }
            }
            writer.deleteDocuments(LongField.newRangeQuery(Fields.VERSION, 70, 120));
            writer.commit();
        }
        reader = DirectoryReader.open(directory);
        assertThat(reader.leaves()).hasSizeGreaterThan(2);
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(ShelfIndex.SIMILARITY);
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
    }

    @Test
    void the_best_are_those_of_lucene_with_its_scores() throws Exception {
        for (String question : QUESTIONS) {
            for (int most : new int[] {1, 10, 1_000}) {
                AskedGrams asked = new Words(question).in(reader);

                PassageScan.Scored found =
                        PassageScan.of(searcher, Optional.empty()).best(asked.all(), most, new int[0], 1);

                agree(found, searcher.search(reference(question, true), most).scoreDocs);
                assertThat(found.found()).isEqualTo(found.docs().length);
            }
        }
    }

    @Test
    void only_what_passes_the_filter_is_found() throws Exception {
        Query late = LongField.newRangeQuery(Fields.VERSION, 300, 450);
        for (String question : QUESTIONS) {
            PassageScan scan = PassageScan.of(searcher, Optional.of(late));
            AskedGrams asked = new Words(question).in(reader);
            Query both = new BooleanQuery.Builder()
                    .add(reference(question, true), Occur.MUST)
                    .add(late, Occur.FILTER)
                    .build();

            agree(scan.best(asked.all(), 10, new int[0], 1), searcher.search(both, 10).scoreDocs);
            agree(
                    scan.unfiltered().best(asked.all(), 10, new int[0], 1),
                    searcher.search(reference(question, true), 10).scoreDocs);
        }
    }

    @Test
    void documents_that_are_asked_about_are_scored_wherever_they_stand() throws Exception {
        String question = QUESTIONS.get(2);
        AskedGrams asked = new Words(question).in(reader);
        int[] also = {0, 1, reader.maxDoc() / 2, reader.maxDoc() - 1};

        PassageScan.Scored found = PassageScan.of(searcher, Optional.empty()).best(asked.pairs(), 3, also, 1);

        assertThat(found.found()).isEqualTo(3);
        assertThat(found.docs()).contains(also).isSorted().doesNotHaveDuplicates();
        Map<Integer, Float> scores = scores(searcher.search(reference(question, false), reader.maxDoc()).scoreDocs);
        for (int i = 0; i < found.docs().length; i++) {
            assertThat(found.scores()[i]).isCloseTo(scores.getOrDefault(found.docs()[i], 0f), within(1e-4));
        }
    }

    @Test
    void what_is_added_for_some_documents_is_what_all_would_get() throws Exception {
        AskedGrams asked = new Words(QUESTIONS.get(2)).in(reader);
        PassageScan scan = PassageScan.of(searcher, Optional.empty());
        PassageScan.Scored pairs = scan.best(asked.pairs(), 20, new int[0], 1);
        Map<Integer, Float> all = scores(searcher.search(reference(QUESTIONS.get(2), true), reader.maxDoc()).scoreDocs);

        for (GramField field : asked.rest()) {
            for (var leaf : reader.leaves()) {
                int end = leaf.docBase + leaf.reader().maxDoc();
                int from = (int) Arrays.stream(pairs.docs())
                        .filter(doc -> doc < leaf.docBase)
                        .count();
                int to = (int)
                        Arrays.stream(pairs.docs()).filter(doc -> doc < end).count();
                field.addTo(pairs.docs(), from, to, pairs.scores(), leaf.ord);
            }
        }

        for (int i = 0; i < pairs.docs().length; i++) {
            assertThat(pairs.scores()[i]).isCloseTo(all.getOrDefault(pairs.docs()[i], 0f), within(1e-4));
        }
    }

    @Test
    void whether_anything_matches_agrees_with_the_query_for_it() throws Exception {
        for (String question : QUESTIONS.subList(0, 4)) {
            var words = new Words(question);
            int holding = searcher.count(words.matching());
            AskedGrams asked = words.in(reader);
            PassageScan scan = PassageScan.of(searcher, Optional.empty());

            assertThat(scan.best(asked.pairs(), 1, new int[0], Words.enough(words.pairs()))
                            .matching())
                    .as(question)
                    .isEqualTo(holding > 0);
            assertThat(scan.best(asked.pairs(), 1, new int[0], words.pairs() + 1)
                            .matching())
                    .isFalse();
        }
    }

    @Test
    void the_best_of_more_documents_than_fit_into_a_window_are_those_of_sorting_all() {
        var scores = new float[200_000];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextInt(4) == 0 ? 0 : random.nextInt(5_000) / 100f;
        }
        var best = new BestDocs(50);
        for (int from = 0; from < scores.length; from += 65_536) {
            int first = from;
            int end = Math.min(scores.length, from + 65_536);
            best.take(doc -> scores[doc], first, end, 0, null);
        }

        Integer[] sorted = new Integer[scores.length];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(
                sorted,
                (one, other) -> scores[one] == scores[other]
                        ? Integer.compare(one, other)
                        : Float.compare(scores[other], scores[one]));
        assertThat(Arrays.stream(best.entries()).mapToObj(BestDocs::doc).toList())
                .containsExactlyInAnyOrder(Arrays.copyOf(sorted, 50));
    }

    private static void agree(PassageScan.Scored found, ScoreDoc[] expected) {
        Map<Integer, Float> scores = scores(expected);
        assertThat(Arrays.stream(found.docs()).boxed()).containsExactlyInAnyOrderElementsOf(scores.keySet());
        for (int i = 0; i < found.docs().length; i++) {
            assertThat(found.scores()[i]).isCloseTo(scores.getOrDefault(found.docs()[i], 0f), within(1e-4));
        }
    }

    private static Map<Integer, Float> scores(ScoreDoc[] found) {
        var scores = new LinkedHashMap<Integer, Float>();
        for (ScoreDoc each : found) {
            scores.put(each.doc, each.score);
        }
        return scores;
    }

    /** The same question as one would put it to Lucene. */
    private static Query reference(String question, boolean all) {
        var any = new BooleanQuery.Builder();
        List<List<String>> runs = Grams.runs(question, 150);
        add(any, Fields.TEXT_2, Grams.of(runs, 2), 1);
        add(any, Fields.TITLE_2, Grams.of(runs, 2), 0.35f);
        add(any, Fields.TRAIL_2, Grams.of(runs, 2), 0.35f);
        if (all) {
            add(any, Fields.TEXT_1, Grams.of(runs, 1), 0.3f);
            add(any, Fields.TEXT_3, Grams.of(runs, 3), 0.4f);
        }
        return any.build();
    }

    private static void add(BooleanQuery.Builder any, String field, List<String> grams, float weight) {
        for (String gram : new LinkedHashSet<>(grams)) {
            any.add(new BoostQuery(new TermQuery(new Term(field, gram)), weight), Occur.SHOULD);
        }
    }

    private VersionText version(int number) {
        KnowledgeFixture.Builder builder =
                KnowledgeFixture.measure(KnowledgeFixture.YUNHE, number, "云河市" + words(3) + "办法", null, null);
        for (int article = 1; article <= 4; article++) {
            builder.article("第" + article + "条", words(4 + random.nextInt(30)) + "。");
        }
        return builder.version();
    }

    private String words(int count) {
        var words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int at = 2 * random.nextInt(SYLLABLES.length() / 2);
            words.append(SYLLABLES, at, at + 2).append(i % 7 == 6 ? "，" : "");
        }
        return words.toString();
    }
}
