package cn.zhirong.knowledge;

import static cn.zhirong.knowledge.KnowledgeFixture.TODAY;
import static cn.zhirong.knowledge.KnowledgeFixture.YUNHE;
import static cn.zhirong.knowledge.KnowledgeFixture.ask;
import static cn.zhirong.knowledge.KnowledgeFixture.measure;
import static cn.zhirong.knowledge.KnowledgeFixture.nationalRule;
import static cn.zhirong.knowledge.KnowledgeFixture.put;
import static cn.zhirong.knowledge.KnowledgeFixture.yunheSubsidyMeasure;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An overlay finds what the index finds once the changes are made, and leaves the index as it is. */
class DraftOverlayTest {
    private static final String QUESTION = "专利质押贷款的贴息比例";

    @TempDir
    private Path folder;

    private PolicyIndexes indexes;

    @BeforeEach
    void open() throws InterruptedException, IOException {
        indexes = new PolicyIndexes(folder, new CharacterEmbedder());
        indexes.apply(YUNHE, List.of(put(1, yunheSubsidyMeasure())));
        indexes.apply(PolicyIndexes.SHARED, List.of(put(1, nationalRule())));
        assertThat(indexes.awaitVectors(Duration.ofMinutes(5))).isTrue();
        // What a passage was before it had its vector still counts towards how rare a word is, until a merge forgets
        // it.
        indexes.compact(YUNHE);
        indexes.compact(PolicyIndexes.SHARED);
    }

    @AfterEach
    void close() throws IOException {
        indexes.close();
    }

    @Test
    void a_draft_is_found_as_it_will_be_found() throws Exception {
        VersionText draft = measure(YUNHE, 12, "云河市专利贷款贴息细则", TODAY.minusDays(3), null)
                .article("第一条", "专利质押贷款的贴息比例按照本细则计算。")
                .article("第二条", "贷款银行应当在放款前核对质押登记。")
                .version();
        List<String> before = indexes.search(ask(YUNHE, QUESTION)).hits().stream()
                .map(hit -> hit.passage().id())
                .toList();
        SearchResult foreseen;
        try (DraftOverlay overlay = indexes.overlay(YUNHE, List.of(put(2, draft)))) {
            foreseen = indexes.search(ask(YUNHE, QUESTION), SearchSettings.USUAL, overlay);
        }
        assertThat(indexes.search(ask(YUNHE, QUESTION)).hits())
                .extracting(hit -> hit.passage().id())
                .isEqualTo(before);

        indexes.apply(YUNHE, List.of(put(2, draft)));
        indexes.awaitVectors(Duration.ofMinutes(5));
        SearchResult found = indexes.search(ask(YUNHE, QUESTION));
        assertThat(foreseen.hits().getFirst().passage().policyId()).isEqualTo(12);
        assertThat(foreseen.hits())
                .extracting(hit -> hit.passage().id())
                .isEqualTo(found.hits().stream().map(hit -> hit.passage().id()).toList());
        for (int i = 0; i < found.hits().size(); i++) {
            assertThat(foreseen.hits().get(i).score())
                    .isCloseTo(found.hits().get(i).score(), org.assertj.core.data.Offset.offset(1e-3));
        }
    }

    @Test
    void what_would_be_taken_away_is_hidden() throws IOException {
        long version = yunheSubsidyMeasure().versionId();
        try (DraftOverlay overlay = indexes.overlay(YUNHE, List.of(new IndexChange.Remove(2, YUNHE, version)))) {
            SearchResult without = indexes.search(ask(YUNHE, QUESTION), SearchSettings.USUAL, overlay);
            assertThat(without.hits())
                    .isNotEmpty()
                    .noneMatch(hit -> hit.passage().versionId() == version);
            assertThat(indexes.passagesOfPolicy(YUNHE, 11, overlay)).isEmpty();
        }
        assertThat(indexes.passagesOfPolicy(YUNHE, 11, null)).isNotEmpty();
    }
}
