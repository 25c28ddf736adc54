package cn.zhirong.knowledge;

import static cn.zhirong.knowledge.KnowledgeFixture.LINJIANG;
import static cn.zhirong.knowledge.KnowledgeFixture.YUNHE;
import static cn.zhirong.knowledge.KnowledgeFixture.ask;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.testing.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors are made in batches that overlap with writing the ones before. */
class VectorFillerTest {
    private static final int ARTICLES = 200;

    @TempDir
    private Path folder;

    /** Counts what it is asked, and may be slow or fail. */
    private static final class Model implements Embedder {
        final Map<String, Integer> asked = new ConcurrentHashMap<>();
        private final CharacterEmbedder characters = new CharacterEmbedder();
        private final long millis;
        private final String failsAt;

        Model(long millis, String failsAt) {
            this.millis = millis;
            this.failsAt = failsAt;
        }

        @Override
        public String name() {
            return characters.name();
        }

        @Override
        public int dimensions() {
            return characters.dimensions();
        }

        @Override
        public boolean isReady() {
            return characters.isReady();
        }

        @Override
        public float[] embedQuestion(String words) {
            return characters.embed(words);
        }

        @Override
        public float[] embed(String words) {
            asked.merge(words, 1, Integer::sum);
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!failsAt.isEmpty() && words.contains(failsAt)) {
                throw new IllegalStateException("the model broke at " + failsAt);
            }
            return characters.embed(words);
        }
    }

    @Test
    void every_passage_of_every_shelf_is_embedded_once() throws Exception {
        var model = new Model(0, "");
        try (var indexes = new PolicyIndexes(folder, model)) {
            indexes.rebuild(YUNHE, versions(YUNHE), 1);
            indexes.rebuild(LINJIANG, versions(LINJIANG), 1);

            assertThat(indexes.awaitVectors(Duration.ofMinutes(5))).isTrue();

            assertThat(model.asked.values()).containsOnly(1);
            for (String slug : List.of(YUNHE, LINJIANG)) {
                assertThat(indexes.search(ask(slug, "第7号企业的贴息")).hits())
                        .hasSize(10)
                        .allSatisfy(hit -> assertThat(hit.semantic()).isPositive());
            }
        }
        try (var again = new PolicyIndexes(folder, model)) {
            assertThat(again.isSound(YUNHE)).isTrue();
            assertThat(again.awaitVectors(Duration.ofMinutes(5))).isTrue();
            assertThat(model.asked.values()).containsOnly(1);
        }
    }

    @Test
    void a_model_that_fails_ends_the_vectors_and_leaves_the_words() throws Exception {
        var model = new Model(0, "第150号");
        try (var indexes = new PolicyIndexes(folder, model)) {
            indexes.rebuild(YUNHE, versions(YUNHE), 1);

            assertThat(indexes.awaitVectors(Duration.ofMinutes(5))).isFalse();

            assertThat(indexes.search(ask(YUNHE, "第199号企业的贴息")).hits()).isNotEmpty();
        }
    }

    @Test
    void closing_waits_for_no_batch_and_the_next_start_goes_on() throws Exception {
        var slow = new Model(100, "");
        try (var indexes = new PolicyIndexes(folder, slow)) {
            indexes.rebuild(YUNHE, versions(YUNHE), 1);
            Patience.until("some are made", () -> slow.asked.size() >= 5);
        }
        assertThat(slow.asked).hasSizeLessThan(ARTICLES);

        var fast = new Model(0, "");
        try (var indexes = new PolicyIndexes(folder, fast)) {
            assertThat(indexes.isSound(YUNHE)).isTrue();
            assertThat(indexes.awaitVectors(Duration.ofMinutes(5))).isTrue();
            assertThat(fast.asked.size()).isBetween(1, ARTICLES);
        }
    }

    private static List<VersionText> versions(String slug) {
        KnowledgeFixture.Builder builder = KnowledgeFixture.measure(slug, slug.length(), slug + "贴息办法", null, null);
        for (int article = 1; article < ARTICLES; article++) {
            builder.article("第" + article + "条", "第" + article + "号企业的贴息按实际支付利息的百分之五十给予。");
        }
        var versions = new ArrayList<VersionText>();
        versions.add(builder.version());
        return versions;
    }
}
