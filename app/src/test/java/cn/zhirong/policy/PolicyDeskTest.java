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
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import cn.zhirong.access.Audit;
import cn.zhirong.document.BlockKey;
import cn.zhirong.document.Correction;
import cn.zhirong.document.Provision;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import cn.zhirong.web.Refusal;
import io.micronaut.http.HttpStatus;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyDeskTest {
    private static final LocalDate SPRING = LocalDate.of(2026, 4, 1);

    private final Tenant city = TestServer.get().aBureau();
    private final Tenant otherCity = TestServer.get().aBureau();

    @Test
    void an_upload_becomes_a_draft_with_what_was_found() {
        String number = aNumber();

        Upload upload = desk().upload(city, CHEN, "办法.md", file(measure(number, "贴息比例为三成。")), UploadHints.none());

        assertThat(upload).asInstanceOf(type(Upload.Stored.class)).satisfies(stored -> {
            assertThat(stored.version().state()).isEqualTo(State.DRAFT);
            assertThat(stored.version().title()).isEqualTo("云山市知识产权质押贴息办法（示例）");
            assertThat(stored.version().documentNumber()).isEqualTo(number);
            assertThat(stored.version().effectiveFrom()).isEqualTo(LocalDate.of(2026, 3, 1));
            assertThat(stored.version().expiresOn()).isEqualTo(LocalDate.of(2027, 2, 28));
            assertThat(stored.provisions()).isGreaterThanOrEqualTo(3);
        });
        assertThat(desk().drafts(city)).hasSize(1);
        assertThat(desk().drafts(otherCity)).isEmpty();
    }

    @Test
    void a_draft_of_another_bureau_is_not_found() {
        PolicyVersion draft = draft(city, measure(aNumber(), "贴息比例为三成。"));

        assertThatThrownBy(() -> desk().draft(otherCity, draft.id()))
                .satisfies(it -> refused(it, HttpStatus.NOT_FOUND));
        assertThatThrownBy(() -> desk().publish(otherCity, LI, draft.id(), draft.revision()))
                .satisfies(it -> refused(it, HttpStatus.NOT_FOUND));
        assertThatThrownBy(() -> desk().makeVersionOf(otherCity, CHEN, draft.id(), 0, draft.policyId()))
                .satisfies(it -> refused(it, HttpStatus.NOT_FOUND));
        assertThat(desk().draft(city, draft.id()).version()).isEqualTo(draft);
    }

    @Test
    void the_same_bytes_are_told_to_be_there_already() {
        String text = measure(aNumber(), "贴息比例为三成。");
        PolicyVersion first = draft(city, text);

        Upload again = desk().upload(city, LI, "另一个名字.md", file(text), UploadHints.none());
        Upload elsewhere = desk().upload(otherCity, LI, "办法.md", file(text), UploadHints.none());

        assertThat(again).asInstanceOf(type(Upload.Duplicate.class)).satisfies(duplicate -> {
            assertThat(duplicate.versionId()).isEqualTo(first.id());
            assertThat(duplicate.message()).contains(first.title());
        });
        assertThat(elsewhere).isInstanceOf(Upload.Stored.class);
        assertThat(desk().versionsForDesk(city)).hasSize(1);
    }

    @Test
    void the_same_words_in_another_file_are_told_and_offered_as_a_new_version() {
        String text = measure(aNumber(), "贴息比例为三成。");
        PolicyVersion first = draft(city, text);

        Upload again = desk().upload(city, CHEN, "办法.md", file(text + "\n\n"), UploadHints.none());

        assertThat(again).asInstanceOf(type(Upload.Stored.class)).satisfies(stored -> {
            assertThat(stored.sameText()).isEqualTo(first.link());
            assertThat(stored.versionOf()).isEqualTo(first.link());
            assertThat(stored.warnings()).anyMatch(it -> it.contains("完全相同"));
        });
    }

    @Test
    void whoever_uploaded_it_cannot_publish_it() {
        PolicyVersion draft = draft(city, measure(aNumber(), "贴息比例为三成。"));

        assertThatThrownBy(() -> desk().publish(city, CHEN, draft.id(), draft.revision()))
                .satisfies(it -> refused(it, HttpStatus.FORBIDDEN));
        assertThat(library().document(city, draft.policyId(), null, SPRING)).isEmpty();

        PolicyVersion published = desk().publish(city, LI, draft.id(), draft.revision());

        assertThat(published.state()).isEqualTo(State.PUBLISHED);
        assertThat(published.releasedBy()).isEqualTo(LI);
        assertThat(audits("policy.publish", published)).isOne();
        assertThat(library().document(city, draft.policyId(), null, SPRING)).isPresent();
    }

    @Test
    void the_database_itself_refuses_the_uploader_as_publisher() {
        PolicyVersion draft = draft(city, measure(aNumber(), "贴息比例为三成。"));
        VersionRepository rows = TestServer.get().bean(VersionRepository.class);

        assertThatThrownBy(() -> rows.release(city.id(), draft.id(), 0, CHEN, draft.uploadedAt()))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> rows.release(city.id(), draft.id(), 0, null, draft.uploadedAt()))
                .isInstanceOf(RuntimeException.class);
        assertThat(rows.release(city.id(), draft.id(), 0, LI, draft.uploadedAt()))
                .isOne();
    }

    @Test
    void the_command_line_needs_no_second_person_and_is_audited_as_such() {
        Path file = file(measure(aNumber(), "贴息比例为三成。"));

        Upload upload = desk().importAndPublish(city, "办法.md", file, UploadHints.none());

        assertThat(upload).asInstanceOf(type(Upload.Stored.class)).satisfies(stored -> {
            assertThat(stored.version().state()).isEqualTo(State.PUBLISHED);
            assertThat(stored.version().releasedBy()).isNull();
            assertThat(stored.version().uploadedBy()).isEqualTo(PolicyDesk.COMMAND_LINE);
        });
    }

    @Test
    void the_second_of_two_editors_is_told_and_nothing_is_lost() {
        PolicyVersion draft = draft(city, measure(aNumber(), "贴息比例为三成。"));
        PolicyFacts facts = draft.facts();

        Draft first = desk().confirmFacts(city, CHEN, draft.id(), draft.revision(), titled(facts, "甲的标题"));

        assertThatThrownBy(() -> desk().confirmFacts(city, LI, draft.id(), draft.revision(), titled(facts, "乙的标题")))
                .satisfies(it -> refused(it, HttpStatus.CONFLICT));
        assertThat(desk().draft(city, draft.id()).version().title()).isEqualTo("甲的标题");
        assertThat(desk().confirmFacts(city, LI, draft.id(), first.version().revision(), titled(facts, "乙的标题"))
                        .version()
                        .title())
                .isEqualTo("乙的标题");
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        PolicyVersion draft = draft(city, measure(aNumber(), "贴息比例为三成。"));
        PolicyFacts wrong = new PolicyFacts(
                "",
                "号".repeat(101),
                List.of("云山市金融工作局"),
                draft.kind(),
                Level.CITY,
                List.of("everybody"),
                null,
                null,
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 2, 28),
                null,
                "",
                false,
                "");

        assertThatThrownBy(() -> desk().confirmFacts(city, CHEN, draft.id(), 0, wrong))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(Refusal.Field::field)
                                .containsExactlyInAnyOrder("title", "documentNumber", "audience", "expiresOn"));
    }

    @Test
    void a_correction_changes_the_tree_and_can_be_undone() {
        PolicyVersion draft = draft(city, measure(aNumber(), "贴息比例为三成。"));
        Draft before = desk().draft(city, draft.id());

        Draft dropped = desk().correct(city, CHEN, draft.id(), draft.revision(), dropOf(before, "贴息比例"));
        Draft undone = desk().undo(city, CHEN, draft.id(), dropped.version().revision());

        assertThat(texts(dropped)).noneMatch(text -> text.contains("贴息比例"));
        assertThat(undone.provisions()).isEqualTo(before.provisions());
        assertThatThrownBy(() ->
                        desk().undo(city, CHEN, draft.id(), undone.version().revision()))
                .satisfies(it -> refused(it, HttpStatus.CONFLICT));
    }

    @Test
    void a_correction_and_a_confirmed_fact_survive_a_second_import() {
        String number = aNumber();
        PolicyVersion draft = draft(city, measure(number, "贴息比例为三成。"));
        Draft before = desk().draft(city, draft.id());
        Draft dropped = desk().correct(city, CHEN, draft.id(), 0, dropOf(before, "为支持企业"));
        Draft titled = desk().confirmFacts(
                        city,
                        CHEN,
                        draft.id(),
                        dropped.version().revision(),
                        titled(dropped.version().facts(), "云山贴息办法"));

        desk().reimport(
                        city,
                        CHEN,
                        draft.id(),
                        titled.version().revision(),
                        "办法.md",
                        file(measure(number, "贴息比例为五成。").replace("2026年3月1日", "2026年5月1日")));

        Draft after = desk().draft(city, draft.id());
        assertThat(texts(after)).noneMatch(text -> text.contains("为支持企业"));
        assertThat(texts(after)).anyMatch(text -> text.contains("五成"));
        assertThat(after.version().title()).isEqualTo("云山贴息办法");
        assertThat(after.version().effectiveFrom()).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(audits("policy.reimport", after.version())).isOne();
    }

    @Test
    void an_open_hold_keeps_it_from_being_published_until_it_is_settled() {
        PolicyVersion draft = draft(city, measure(aNumber(), "内部资料，注意保存。"));
        Draft held = desk().draft(city, draft.id());
        assertThat(held.holds()).isNotEmpty();

        assertThatThrownBy(() -> desk().publish(city, LI, draft.id(), draft.revision()))
                .satisfies(it -> refused(it, HttpStatus.BAD_REQUEST));

        Draft settled = held;
        for (int i = 0; i < held.notices().size(); i++) {
            if (held.notices().get(i).holds()) {
                settled =
                        desk().settle(city, CHEN, draft.id(), settled.version().revision(), i, "已核对，为示例号码");
            }
        }
        assertThat(desk().publish(city, LI, draft.id(), settled.version().revision())
                        .state())
                .isEqualTo(State.PUBLISHED);
    }

    @Test
    void a_new_version_takes_the_place_of_the_old_from_its_first_day() {
        String number = aNumber();
        PolicyVersion old = published(city, measure(number, "贴息比例为三成。"));
        String text = measure(aNumber(), "贴息比例为五成。").replace("2026年3月1日", "2026年9月1日");
        PolicyVersion draft = draft(city, text, new UploadHints(old.policyId(), ""));

        desk().publish(city, LI, draft.id(), draft.revision());

        assertThat(version(old, LocalDate.of(2026, 8, 31))).isEqualTo(1);
        assertThat(version(old, LocalDate.of(2026, 9, 1))).isEqualTo(2);
        PolicyDocument first = library()
                .document(city, old.policyId(), 1, LocalDate.of(2026, 9, 1))
                .orElseThrow();
        assertThat(first.validity()).isEqualTo(Validity.SUPERSEDED);
        assertThat(first.supersededBy()).extracting(PolicyLink::version).isEqualTo(2);
        assertThat(first.versions()).extracting(VersionSummary::number).containsExactly(2, 1);
    }

    @Test
    void withdrawing_the_new_version_gives_the_old_its_place_back() {
        PolicyVersion old = published(city, measure(aNumber(), "贴息比例为三成。"));
        PolicyVersion draft = draft(city, measure(aNumber(), "贴息比例为五成。"), new UploadHints(old.policyId(), ""));
        PolicyVersion newer = desk().publish(city, LI, draft.id(), draft.revision());

        desk().withdraw(city, LI, newer.id(), newer.revision(), "误发");

        assertThat(version(old, SPRING)).isEqualTo(1);
        assertThat(library().document(city, old.policyId(), 2, SPRING)).isEmpty();
        assertThat(library()
                        .document(city, old.policyId(), 1, SPRING)
                        .orElseThrow()
                        .validity())
                .isEqualTo(Validity.IN_FORCE);
    }

    @Test
    void a_repealed_document_holds_until_the_day_before() {
        PolicyVersion version = published(city, measure(aNumber(), "贴息比例为三成。"));

        assertThatThrownBy(() -> desk().repeal(
                                city, LI, version.id(), version.revision(), LocalDate.of(2026, 2, 28), "云金〔2026〕99号"))
                .satisfies(it -> refused(it, HttpStatus.BAD_REQUEST));
        desk().repeal(city, LI, version.id(), version.revision(), LocalDate.of(2026, 6, 1), "云金〔2026〕99号");

        assertThat(validity(version, LocalDate.of(2026, 5, 31))).isEqualTo(Validity.IN_FORCE);
        assertThat(validity(version, LocalDate.of(2026, 6, 1))).isEqualTo(Validity.REPEALED);
    }

    @Test
    void a_document_that_repeals_another_marks_it_whichever_came_first() {
        String oldNumber = aNumber();
        String newNumber = aNumber();
        String oldText = measure(oldNumber, "贴息比例为三成。");
        String newText = measure(newNumber, "贴息比例为五成。")
                .replace("# 云山市知识产权质押贴息办法（示例）", "# 云山市贴息新办法（示例）")
                .replace("2026年3月1日起施行", "2026年7月1日起施行，《云山市知识产权质押贴息办法（示例）》（" + oldNumber + "）同时废止");

        PolicyVersion old = published(city, oldText);
        published(city, newText);
        published(otherCity, newText);
        PolicyVersion late = published(otherCity, oldText);

        for (PolicyDocument document : List.of(
                library().document(city, old.policyId(), null, SPRING).orElseThrow(),
                library().document(otherCity, late.policyId(), null, SPRING).orElseThrow())) {
            assertThat(document.version().repealedOn()).isEqualTo(LocalDate.of(2026, 7, 1));
            assertThat(document.repealedBy())
                    .extracting(PolicyLink::documentNumber)
                    .isEqualTo(newNumber);
        }
    }

    @Test
    void a_discarded_draft_leaves_nothing_and_its_file_may_come_again() {
        String text = measure(aNumber(), "贴息比例为三成。");
        PolicyVersion draft = draft(city, text);

        desk().discard(city, CHEN, draft.id(), draft.revision());

        assertThat(desk().versionsForDesk(city)).isEmpty();
        assertThat(draft(city, text).number()).isOne();
    }

    private static Correction.Drop dropOf(Draft draft, String words) {
        Provision provision = draft.provisions().stream()
                .filter(it -> it.text().contains(words))
                .findFirst()
                .orElseThrow();
        return new Correction.Drop(BlockKey.of(provision.source()));
    }

    private static List<String> texts(Draft draft) {
        return draft.provisions().stream().map(Provision::text).toList();
    }

    private static PolicyFacts titled(PolicyFacts facts, String title) {
        return new PolicyFacts(
                title,
                facts.documentNumber(),
                facts.issuers(),
                facts.kind(),
                facts.level(),
                facts.audience(),
                facts.signedOn(),
                facts.publishedOn(),
                facts.effectiveFrom(),
                facts.expiresOn(),
                facts.repealedOn(),
                facts.source(),
                facts.illustrative(),
                facts.note());
    }

    private int version(PolicyVersion of, LocalDate asOf) {
        return library()
                .document(city, of.policyId(), null, asOf)
                .orElseThrow()
                .version()
                .number();
    }

    private Validity validity(PolicyVersion of, LocalDate asOf) {
        return library().document(city, of.policyId(), null, asOf).orElseThrow().validity();
    }

    private long audits(String action, PolicyVersion version) {
        return TestServer.get().bean(Audit.class).count(city, action, "version/" + version.id());
    }

    private static void refused(Throwable failure, HttpStatus status) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.status().getCode()).isEqualTo(status.getCode()));
    }
}
