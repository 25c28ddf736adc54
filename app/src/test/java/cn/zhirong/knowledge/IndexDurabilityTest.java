package cn.zhirong.knowledge;

import static cn.zhirong.knowledge.KnowledgeFixture.YUNHE;
import static cn.zhirong.knowledge.KnowledgeFixture.ask;
import static cn.zhirong.knowledge.KnowledgeFixture.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexDurabilityTest {
    @TempDir
    Path folder;

    private static final VersionText MEASURE = KnowledgeFixture.yunheSubsidyMeasure();

    private static VersionText another(int number) {
        return KnowledgeFixture.measure(YUNHE, 100 + number, "云河市第%d号办法".formatted(number), null, null)
                .article("第一条", "质押贷款第%d种贴息。".formatted(number))
                .version();
    }

    private PolicyIndexes open() {
        return new PolicyIndexes(folder, new CharacterEmbedder());
    }

    @Test
    void a_rebuild_keeps_an_eighth_of_the_heap_within_bounds() {
        assertThat(ShelfIndex.fillMegabytes(511L << 20)).isEqualTo(64);
        assertThat(ShelfIndex.fillMegabytes(520L << 20)).isEqualTo(65);
        assertThat(ShelfIndex.fillMegabytes(2L << 30)).isEqualTo(256);
        assertThat(ShelfIndex.fillMegabytes(64L << 30)).isEqualTo(512);
    }

    @Test
    void position_and_content_are_there_again_after_closing() throws Exception {
        try (PolicyIndexes indexes = open()) {
            indexes.apply(YUNHE, List.of(put(7, MEASURE)));
        }
        try (PolicyIndexes indexes = open()) {
            assertThat(indexes.isSound(YUNHE)).isTrue();
            assertThat(indexes.position(YUNHE)).isEqualTo(7);
            assertThat(indexes.passagesOf(YUNHE, 110)).isEqualTo(Passages.of(MEASURE));
        }
    }

    @Test
    void what_was_not_committed_is_neither_in_the_position_nor_in_the_content() throws Exception {
        Path index = Files.createDirectory(folder.resolve("g1"));
        try (var vectors = new VectorCache(folder.resolve("vectors.bin"), "none", CharacterEmbedder.DIMENSIONS)) {
            try (ShelfIndex shelf = ShelfIndex.open(index, vectors, new SerialMergeScheduler())) {
                shelf.apply(List.of(put(1, MEASURE)));
                Passage first = shelf.pending(1).getFirst();
                shelf.addVectors(java.util.Map.of(first, new CharacterEmbedder().embed("质押")));
                assertThat(shelf.pending(10)).hasSize(2);
            }
            try (ShelfIndex shelf = ShelfIndex.open(index, vectors, new SerialMergeScheduler())) {
                assertThat(shelf.position()).isEqualTo(1);
                assertThat(shelf.pending(10)).hasSize(3);
            }
        }
    }

    @Test
    void a_vector_for_a_passage_that_is_gone_brings_nothing_back() throws Exception {
        try (var vectors = new VectorCache(folder.resolve("vectors.bin"), "none", CharacterEmbedder.DIMENSIONS);
                ShelfIndex shelf = ShelfIndex.open(folder.resolve("g1"), vectors, new SerialMergeScheduler())) {
            shelf.apply(List.of(put(1, MEASURE)));
            Passage gone = shelf.pending(1).getFirst();
            shelf.apply(List.of(new IndexChange.Remove(2, YUNHE, 110)));

            shelf.addVectors(java.util.Map.of(gone, new CharacterEmbedder().embed("质押")));

            var searcher = shelf.acquire();
            try {
                assertThat(searcher.getIndexReader().numDocs()).isZero();
            } finally {
                shelf.release(searcher);
            }
        }
    }

    @Test
    void a_flipped_byte_in_any_file_is_found_at_opening_and_a_rebuild_repairs_it() throws Exception {
        try (PolicyIndexes indexes = open()) {
            indexes.apply(YUNHE, List.of(put(1, MEASURE)));
            assertThat(indexes.awaitVectors(Duration.ofMinutes(5))).isTrue();
        }
        Path sound = folder.resolve(YUNHE);
        List<Path> files;
        try (Stream<Path> all = Files.list(sound.resolve("g1"))) {
            files = all.filter(file -> !file.endsWith("write.lock")).toList();
        }
        assertThat(files).hasSizeGreaterThan(2);
        for (Path file : files) {
            byte[] original = Files.readAllBytes(file);
            byte[] damaged = original.clone();
            damaged[damaged.length / 2] ^= 1;
            Files.write(file, damaged);
            try (PolicyIndexes indexes = open()) {
                assertThat(indexes.isSound(YUNHE)).as("%s", file.getFileName()).isFalse();
                assertThat(indexes.position(YUNHE)).isZero();
                assertThat(indexes.search(ask(YUNHE, "贴息")).hits()).isEmpty();
                assertThatThrownBy(() -> indexes.apply(YUNHE, List.of(put(2, MEASURE))))
                        .isInstanceOf(IllegalStateException.class);
            }
            Files.write(file, original);
        }
        Files.write(files.getFirst(), new byte[] {1, 2, 3});
        try (PolicyIndexes indexes = open()) {
            indexes.rebuild(YUNHE, List.of(MEASURE), 1);
            assertThat(indexes.isSound(YUNHE)).isTrue();
            assertThat(indexes.search(ask(YUNHE, "贴息")).hits()).isNotEmpty();
        }
        try (PolicyIndexes indexes = open()) {
            assertThat(indexes.position(YUNHE)).isEqualTo(1);
            assertThat(indexes.passagesOf(YUNHE, 110)).hasSize(3);
        }
    }

    @Test
    void rebuilding_while_searching_fails_no_search_and_keeps_the_position() throws Exception {
        var versions = new ArrayList<VersionText>();
        for (int i = 0; i < 20; i++) {
            versions.add(another(i));
        }
        try (PolicyIndexes indexes = open();
                var threads = Executors.newFixedThreadPool(2)) {
            indexes.rebuild(YUNHE, versions, 20);
            var done = new AtomicBoolean();
            var searching = List.of(
                    threads.submit(() -> searches(indexes, done)), threads.submit(() -> searches(indexes, done)));
            for (int i = 0; i < 5; i++) {
                indexes.rebuild(YUNHE, versions, 20);
            }
            done.set(true);
            for (var search : searching) {
                assertThat(search.get()).isPositive();
            }
            assertThat(indexes.position(YUNHE)).isEqualTo(20);
        }
        try (Stream<Path> generations = Files.list(folder.resolve(YUNHE)).filter(Files::isDirectory)) {
            assertThat(generations).containsExactly(folder.resolve(YUNHE).resolve("g7"));
        }
    }

    private static int searches(PolicyIndexes indexes, AtomicBoolean done) {
        var query = new SearchQuery(YUNHE, "质押贷款贴息", KnowledgeFixture.TODAY, Set.of(), Set.of(), Set.of(), 0, 100);
        int searches = 0;
        do {
            // Passages whose vector is there are found by their meaning as well: how many there are of those changes,
            // the
            // articles that hold the words are always the same twenty, each once.
            List<Passage> found = indexes.search(query).hits().stream()
                    .map(PassageHit::passage)
                    .toList();
            assertThat(found).doesNotHaveDuplicates();
            assertThat(found.stream().filter(passage -> passage.text().startsWith("质押贷款第")))
                    .hasSize(20);
            searches++;
        } while (!done.get());
        return searches;
    }

    @Test
    void a_rebuild_broken_off_leaves_the_old_index_in_place() throws Exception {
        try (PolicyIndexes indexes = open()) {
            indexes.apply(YUNHE, List.of(put(1, MEASURE)));
            Iterable<VersionText> broken = () -> {
                throw new IllegalStateException("the database went away");
            };

            assertThatThrownBy(() -> indexes.rebuild(YUNHE, broken, 9)).isInstanceOf(IllegalStateException.class);

            assertThat(indexes.position(YUNHE)).isEqualTo(1);
            assertThat(indexes.search(ask(YUNHE, "贴息")).hits()).isNotEmpty();
        }
        Files.createDirectory(folder.resolve(YUNHE).resolve("g2"));
        try (PolicyIndexes indexes = open()) {
            assertThat(indexes.position(YUNHE)).isEqualTo(1);
            assertThat(folder.resolve(YUNHE).resolve("g2")).doesNotExist();
        }
    }

    @Test
    void vectors_once_made_are_used_again_and_a_torn_end_is_cut_off() throws Exception {
        Path file = folder.resolve("vectors.bin");
        float[] vector = new CharacterEmbedder().embed("质押贷款");
        float[] kept;
        try (var cache = new VectorCache(file, "m", CharacterEmbedder.DIMENSIONS)) {
            kept = cache.put("质押贷款", vector);
            cache.put("贴息", vector);
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 1));
        try (var cache = new VectorCache(file, "m", CharacterEmbedder.DIMENSIONS)) {
            assertThat(cache.find("质押贷款"))
                    .hasValueSatisfying(found -> assertThat(found).isEqualTo(kept));
            assertThat(cache.find("贴息")).isEmpty();
            assertThat(cache.size()).isEqualTo(1);
        }
        try (var other = new VectorCache(file, "another model", CharacterEmbedder.DIMENSIONS)) {
            assertThat(other.find("质押贷款")).isEmpty();
        }
        IOUtils.rm(file);
    }
}
