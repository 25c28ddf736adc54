package cn.zhirong.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** A notice of two pages speaks for its passages, a code of a thousand articles does not. */
class WholesTest {
    private static final String ARTICLE = "知识产权质押贷款按实际支付利息给予贴息";

    @Test
    void a_short_document_says_nearly_all_of_its_passages() throws Exception {
        assertThat(telling(800)).isGreaterThan(0.95);
    }

    @Test
    void a_long_document_says_nearly_nothing() throws Exception {
        assertThat(telling(7_500)).isLessThan(0.05);
    }

    @Test
    void between_them_it_says_half() throws Exception {
        assertThat(telling(2_500)).isCloseTo(0.5, within(0.15));
    }

    @Test
    void where_no_document_has_the_words_all_is_left_as_it_is() throws Exception {
        assertThat(telling(7_500, "住房公积金")).isCloseTo(1, within(1e-9));
    }

    private static double telling(int pairs) throws IOException {
        return telling(pairs, "质押贷款贴息");
    }

    private static double telling(int pairs, String question) throws IOException {
        var directory = new ByteBuffersDirectory();
        KnowledgeFixture.Builder builder = KnowledgeFixture.measure(KnowledgeFixture.YUNHE, 1, "云河市贴息办法", null, null);
        for (int i = 1; i <= pairs / ARTICLE.length(); i++) {
            builder.article("第" + i + "条", ARTICLE + "。");
        }
        try (var writer = new IndexWriter(directory, ShelfIndex.configuration(new SerialMergeScheduler()))) {
            writer.addDocument(Fields.whole(CutVersion.of(builder.version())));
            writer.commit();
        }
        try (var reader = DirectoryReader.open(directory)) {
            var searcher = new IndexSearcher(reader);
            AskedGrams asked = new Words(question).in(reader);
            return Wholes.of(asked, PassageScan.of(searcher, Optional.empty()), searcher, Integer.MAX_VALUE)
                    .telling();
        }
    }
}
