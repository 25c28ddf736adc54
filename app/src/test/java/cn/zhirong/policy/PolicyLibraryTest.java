package cn.zhirong.policy;

import static cn.zhirong.policy.PolicyFixture.CHEN;
import static cn.zhirong.policy.PolicyFixture.LI;
import static cn.zhirong.policy.PolicyFixture.aNumber;
import static cn.zhirong.policy.PolicyFixture.desk;
import static cn.zhirong.policy.PolicyFixture.draft;
import static cn.zhirong.policy.PolicyFixture.file;
import static cn.zhirong.policy.PolicyFixture.library;
import static cn.zhirong.policy.PolicyFixture.measure;
import static cn.zhirong.policy.PolicyFixture.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.document.ParsedDocument;
import cn.zhirong.document.Provision;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyLibraryTest {
    private static final LocalDate SPRING = LocalDate.of(2026, 4, 1);

    private final Tenant city = TestServer.get().aBureau();
    private final Tenant otherCity = TestServer.get().aBureau();

    @Test
    void a_policy_is_read_by_its_own_bureau_and_by_no_other() throws IOException {
        String text = measure(aNumber(), "贴息比例为三成。");
        PolicyVersion version = published(city, text);

        PolicyDocument document =
                library().document(city, version.policyId(), null, SPRING).orElseThrow();
        assertThat(document.provisions()).extracting(Provision::text).anyMatch(it -> it.contains("三成"));
        assertThat(document.validity()).isEqualTo(Validity.IN_FORCE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        library().file(city, version.policyId(), 1).orElseThrow().content().writeTo(bytes);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(text);

        assertThat(library().document(otherCity, version.policyId(), null, SPRING))
                .isEmpty();
        assertThat(library().file(otherCity, version.policyId(), 1)).isEmpty();
        assertThat(library().list(otherCity, PolicyFilter.newest(SPRING, 100)).policies())
                .extracting(summary -> summary.version().shelf())
                .doesNotContain(city.slug());
    }

    @Test
    void every_bureau_reads_the_shared_shelf_and_cannot_change_it() {
        Tenant shared = TestServer.get().bean(Tenants.class).shared();
        PolicyVersion version = published(shared, measure(aNumber(), "全国通用的一条。"));

        assertThat(library().document(city, version.policyId(), null, SPRING)).isPresent();
        assertThat(library().document(otherCity, version.policyId(), 1, SPRING)).isPresent();
        assertThatThrownBy(() -> desk().withdraw(city, LI, version.id(), version.revision(), "不该能撤"))
                .hasMessageContaining("没有找到");
    }

    @Test
    void validity_is_that_of_the_day_asked() {
        PolicyVersion version = published(city, measure(aNumber(), "贴息比例为三成。"));

        assertThat(on(version, "2026-02-28")).isEqualTo(Validity.NOT_YET_IN_FORCE);
        assertThat(on(version, "2026-03-01")).isEqualTo(Validity.IN_FORCE);
        assertThat(on(version, "2027-02-28")).isEqualTo(Validity.IN_FORCE);
        assertThat(on(version, "2027-03-01")).isEqualTo(Validity.EXPIRED);
    }

    @Test
    void the_list_is_filtered_paged_and_counted() {
        published(city, measure(aNumber(), "贴息比例为一成。"));
        published(city, measure(aNumber(), "贴息比例为二成。"));
        draft(city, measure(aNumber(), "还没有发布。"));

        assertThat(own(list(Set.of(), 0, 100))).hasSize(2);
        assertThat(own(list(Set.of(Validity.EXPIRED), 0, 100))).isEmpty();
        PolicyList inForce = list(Set.of(Validity.IN_FORCE), 0, 1);
        assertThat(inForce.policies()).hasSize(1);
        assertThat(inForce.total()).isGreaterThanOrEqualTo(2);
        assertThat(inForce.facets().get("validity")).containsKey("IN_FORCE");
        assertThat(list(Set.of(), 10_000, 1).policies()).isEmpty();
        assertThatThrownBy(() -> PolicyFilter.newest(SPRING, 101)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PolicyFilter.newest(SPRING, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbers_in_the_text_lead_to_the_documents_that_are_held() {
        String held = aNumber();
        String unknown = aNumber();
        PolicyVersion cited = published(city, measure(held, "贴息比例为三成。"));
        PolicyVersion citing = published(city, measure(aNumber(), "依照（" + held + "）和（" + unknown + "）执行。"));

        assertThat(library()
                        .document(city, citing.policyId(), null, SPRING)
                        .orElseThrow()
                        .citedDocuments())
                .containsOnlyKeys(held)
                .containsEntry(held, cited.link());
    }

    @Test
    void a_transaction_that_breaks_in_the_middle_leaves_nothing() throws Exception {
        Path file = file(measure(aNumber(), "贴息比例为三成。"));
        Incoming incoming = TestServer.get().bean(Imports.class).read(file, "办法.md", List.of());
        List<Provision> twice = new ArrayList<>(incoming.parsed().provisions());
        twice.addAll(incoming.parsed().provisions());
        ParsedDocument broken = new ParsedDocument(
                incoming.parsed().facts(), twice, incoming.parsed().notices());
        Incoming bad = new Incoming(
                incoming.name(),
                file,
                incoming.sizeBytes(),
                incoming.sha256(),
                incoming.text(),
                incoming.textDigest(),
                broken);
        PolicyFacts facts = PolicyFacts.found(broken.facts(), "");
        DraftStore store = TestServer.get().bean(DraftStore.class);

        assertThatThrownBy(() -> store.add(city, CHEN, bad, facts, null, null)).isInstanceOf(RuntimeException.class);

        assertThat(desk().versionsForDesk(city)).isEmpty();
        assertThat(TestServer.get().bean(VersionRepository.class).byFileDigest(city.id(), incoming.sha256()))
                .isEmpty();
        assertThat(TestServer.get().bean(FileRepository.class).count(city.id())).isZero();
        assertThat(TestServer.get().bean(PolicyRepository.class).count(city.id()))
                .isZero();
    }

    private Validity on(PolicyVersion version, String day) {
        return library()
                .document(city, version.policyId(), null, LocalDate.parse(day))
                .orElseThrow()
                .validity();
    }

    private PolicyList list(Set<Validity> validities, int from, int size) {
        return library().list(city, new PolicyFilter(Set.of(), Set.of(), validities, SPRING, from, size));
    }

    private List<PolicySummary> own(PolicyList list) {
        return list.policies().stream()
                .filter(summary -> summary.version().shelf().equals(city.slug()))
                .toList();
    }
}
