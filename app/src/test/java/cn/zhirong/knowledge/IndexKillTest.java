package cn.zhirong.knowledge;

import static cn.zhirong.knowledge.KnowledgeFixture.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.policy.PolicyDesk;
import cn.zhirong.policy.PolicyFixture;
import cn.zhirong.policy.PolicyOutbox;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.policy.PublishedText;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever the process dies, the next one brings index and database together again by itself: nothing is missing, nothing double. */
class IndexKillTest {
    private static final int KILLS = 200;
    private static final int REAL_KILLS = 4;

    @TempDir
    private Path folder;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<PolicyVersion> published = new ArrayList<>();

    @Test
    void after_200_kills_between_database_and_index_the_two_never_differ() throws Exception {
        Tenant city = TestServer.get().aBureau();
        int died = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            change(city);
            if (followAndDie(city, random.nextInt(60), kill % 10 == 9)) {
                died++;
            }
            try (PolicyIndexes indexes = survivor()) {
                follower(indexes).catchUp(city);
                assertThat(indexed(city.slug()))
                        .as("kill %d of seed %d", kill, seed)
                        .containsExactlyInAnyOrderElementsOf(expected(city));
            }
        }
        assertThat(died).as("died in the midst of it, seed %d", seed).isGreaterThan(KILLS / 2);
    }

    @Test
    void a_process_halted_at_any_moment_leaves_an_index_that_agrees_with_its_position() throws Exception {
        for (int kill = 0; kill < REAL_KILLS; kill++) {
            Process process = HaltedProcess.start(folder, 50 + random.nextInt(600));
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue())
                    .as(() -> HaltedProcess.output(folder))
                    .isEqualTo(HaltedProcess.HALTED);
            long position;
            try (PolicyIndexes indexes =
                    PolicyIndexes.held(folder, new CharacterEmbedder(), slug -> SearchSettings.USUAL)) {
                assertThat(indexes.isSound(YUNHE)).as("seed %d", seed).isTrue();
                position = indexes.position(YUNHE);
            }
            assertThat(position).isPositive();
            assertThat(indexed(YUNHE))
                    .as("position %d, seed %d", position, seed)
                    .containsExactlyInAnyOrderElementsOf(HaltedProcess.passagesAt(position));
        }
    }

    /** The process after: it lives on, so what it writes need not reach the disk, and no vectors are made. */
    private PolicyIndexes survivor() {
        var life = new MortalDirectory.Life(Integer.MAX_VALUE);
        return new PolicyIndexes(folder, new CharacterEmbedder(), path -> new MortalDirectory(path, life), true);
    }

    /** One thing happens in the database, and is committed there. */
    private void change(Tenant city) {
        if (published.size() > 4 || (published.size() > 1 && random.nextInt(3) > 0)) {
            PolicyVersion gone = published.remove(random.nextInt(published.size()));
            PolicyDesk desk = PolicyFixture.desk();
            desk.withdraw(city, PolicyFixture.LI, gone.id(), gone.revision(), "误发");
        } else {
            String words = "贴息比例为百分之" + random.nextInt(100) + "。";
            published.add(PolicyFixture.published(city, PolicyFixture.measure(PolicyFixture.aNumber(), words)));
        }
    }

    /** A process that follows, makes vectors, and dies after some steps on the disk; true when it died before it was done. */
    private boolean followAndDie(Tenant city, int steps, boolean rebuilds) throws IOException {
        var life = new MortalDirectory.Life(steps);
        var directories = new ArrayList<MortalDirectory>();
        var indexes = new PolicyIndexes(
                folder,
                new CharacterEmbedder(),
                path -> {
                    var directory = new MortalDirectory(path, life);
                    synchronized (directories) {
                        directories.add(directory);
                    }
                    return directory;
                },
                false);
        boolean died = false;
        try {
            IndexFollower follower = follower(indexes);
            follower.catchUp(city);
            if (rebuilds) {
                follower.rebuild(city);
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            died = life.isOver();
            assertThat(died).as("seed %d: %s", seed, e).isTrue();
        }
        life.end();
        try {
            indexes.close();
        } catch (IOException | AlreadyClosedException e) {
            assertThat(life.isOver()).isTrue(); // the dead cannot close their files
        }
        for (MortalDirectory directory : directories) {
            directory.bury(random);
        }
        return died;
    }

    private static IndexFollower follower(PolicyIndexes indexes) {
        TestServer server = TestServer.get();
        return new IndexFollower(
                server.bean(Tenants.class),
                server.bean(PolicyOutbox.class),
                indexes,
                server.bean(PassageCorrections.class));
    }

    private static List<String> expected(Tenant city) {
        var ids = new ArrayList<String>();
        IndexFollower texts = TestServer.get().bean(IndexFollower.class);
        for (PublishedText text : TestServer.get().bean(PolicyOutbox.class).publishedAfter(city, 0)) {
            Passages.of(texts.text(city, text)).forEach(passage -> ids.add(passage.id()));
        }
        return ids;
    }

    /** The ids of all passages that the last commit holds, as often as it holds them. */
    private List<String> indexed(String slug) throws IOException {
        Path shelf = folder.resolve(slug);
        Path pointer = shelf.resolve("current");
        Path index = shelf.resolve(Files.exists(pointer) ? Files.readString(pointer) : "g1");
        var ids = new ArrayList<String>();
        try (FSDirectory directory = FSDirectory.open(index)) {
            if (!DirectoryReader.indexExists(directory)) {
                return ids;
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                var searcher = new IndexSearcher(reader);
                Query passages = LongField.newRangeQuery(Fields.POSITION, 0, Long.MAX_VALUE);
                for (var found : searcher.search(passages, Math.max(1, reader.maxDoc())).scoreDocs) {
                    ids.add(ShelfIndex.stored(searcher, found.doc).id());
                }
            }
        }
        return ids;
    }
}
