package cn.zhirong.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.policy.PolicyDesk;
import cn.zhirong.policy.PolicyFixture;
import cn.zhirong.policy.PolicyOutbox;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.testing.Patience;
import cn.zhirong.testing.TestServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFollowerTest {
    private static final LocalDate SPRING = LocalDate.of(2026, 4, 1);

    @TempDir
    private Path folder;

    private final Tenant city = TestServer.get().aBureau();
    private final Tenant otherCity = TestServer.get().aBureau();

    @Test
    void what_is_published_is_found_by_its_own_bureau_only() throws IOException {
        PolicyVersion version = PolicyFixture.published(city, text("贴息比例为三成。"));
        try (PolicyIndexes indexes = open()) {
            IndexFollower follower = follower(indexes);
            follower.catchUp(city);
            follower.catchUp(otherCity);

            assertThat(found(indexes, city)).containsOnly(version.id());
            assertThat(found(indexes, otherCity)).isEmpty();
        }
    }

    @Test
    void it_follows_a_withdrawal_and_applies_nothing_twice() throws IOException {
        PolicyVersion version = PolicyFixture.published(city, text("贴息比例为三成。"));
        try (PolicyIndexes indexes = open()) {
            IndexFollower follower = follower(indexes);
            follower.catchUp(city);
            PolicyDesk desk = PolicyFixture.desk();
            desk.withdraw(city, PolicyFixture.LI, version.id(), version.revision(), "误发");
            PolicyVersion next = PolicyFixture.published(city, text("贴息比例为五成。"));

            follower.catchUp(city);
            long position = indexes.position(city.slug());
            follower.catchUp(city);

            assertThat(found(indexes, city)).containsOnly(next.id());
            assertThat(position)
                    .isEqualTo(indexes.position(city.slug()))
                    .isEqualTo(TestServer.get().bean(PolicyOutbox.class).last(city));
        }
    }

    @Test
    void an_index_whose_folder_was_deleted_is_built_anew() throws IOException {
        PolicyVersion version = PolicyFixture.published(city, text("贴息比例为三成。"));
        try (PolicyIndexes indexes = open()) {
            follower(indexes).catchUp(city);
        }
        IOUtils.rm(folder.resolve(city.slug()));
        assertThat(folder.resolve(city.slug())).doesNotExist();

        try (PolicyIndexes indexes = open()) {
            follower(indexes).catchUp(city);

            assertThat(found(indexes, city)).containsOnly(version.id());
        }
    }

    @Test
    void a_flipped_byte_in_any_file_is_found_at_the_next_start_and_repaired() throws Exception {
        PolicyVersion version = PolicyFixture.published(city, text("贴息比例为三成。"));
        built();
        int files = files().size();
        assertThat(files).isGreaterThan(10);
        for (int i = 0; i < files; i++) {
            String damaged = flip(files().get(i));
            try (PolicyIndexes indexes = open()) {
                assertThat(indexes.isSound(city.slug())).as(damaged).isFalse();

                follower(indexes).catchUp(city);

                assertThat(indexes.isSound(city.slug())).as(damaged).isTrue();
                assertThat(found(indexes, city)).as(damaged).containsOnly(version.id());
            }
            built();
        }
    }

    @Test
    void a_flipped_byte_in_any_file_is_found_by_the_check_of_a_running_server_and_repaired() throws Exception {
        PolicyVersion version = PolicyFixture.published(city, text("贴息比例为三成。"));
        built();
        int files = files().size();
        for (int i = 0; i < files; i++) {
            built();
            try (PolicyIndexes indexes = open()) {
                IndexFollower follower = follower(indexes);
                follower.catchUp(city);
                assertThat(indexes.isSound(city.slug())).isTrue();
                String damaged = flip(files().get(i));

                follower.check(city);
                boolean unnoticed = indexes.isSound(city.slug());
                follower.catchUp(city);

                assertThat(unnoticed).as(damaged).isFalse();
                assertThat(found(indexes, city)).as(damaged).containsOnly(version.id());
            }
        }
    }

    /** An index as it is after a while: several segments, and vectors. */
    private void built() throws Exception {
        IOUtils.rm(folder.resolve(city.slug()));
        try (PolicyIndexes indexes = open()) {
            follower(indexes).catchUp(city);
            assertThat(indexes.awaitVectors(Duration.ofMinutes(5))).isTrue();
        }
    }

    /** The files of the generation in use. */
    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(city.slug()))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("write.lock") && !file.endsWith("vectors.bin"))
                    .filter(file -> !file.endsWith("current"))
                    .sorted()
                    .toList();
        }
    }

    /** Flips one byte somewhere and returns where. */
    private static String flip(Path file) throws IOException {
        long seed = System.nanoTime();
        byte[] bytes = Files.readAllBytes(file);
        int at = new Random(seed).nextInt(bytes.length);
        bytes[at] ^= 1;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes, at, 1), at); // in place: a running server has the file mapped
        }
        return "byte " + at + " of " + file.getFileName();
    }

    @Test
    void in_the_background_it_follows_by_itself() throws Exception {
        try (PolicyIndexes indexes = open();
                IndexFollower follower = follower(indexes)) {
            follower.start();
            PolicyVersion version = PolicyFixture.published(city, text("贴息比例为三成。"));

            Patience.until("it is found", () -> !found(indexes, city).isEmpty());
            assertThat(found(indexes, city)).containsOnly(version.id());
        }
    }

    private PolicyIndexes open() {
        return new PolicyIndexes(folder, new CharacterEmbedder());
    }

    private static IndexFollower follower(PolicyIndexes indexes) {
        TestServer server = TestServer.get();
        return new IndexFollower(
                server.bean(Tenants.class),
                server.bean(PolicyOutbox.class),
                indexes,
                server.bean(PassageCorrections.class));
    }

    private static String text(String words) {
        return PolicyFixture.measure(PolicyFixture.aNumber(), words);
    }

    private static List<Long> found(PolicyIndexes indexes, Tenant tenant) {
        return indexes.search(SearchQuery.citable(tenant.slug(), "贴息比例", SPRING, 20)).hits().stream()
                .map(hit -> hit.passage())
                .filter(passage -> passage.shelf().equals(tenant.slug()))
                .map(Passage::versionId)
                .distinct()
                .toList();
    }
}
