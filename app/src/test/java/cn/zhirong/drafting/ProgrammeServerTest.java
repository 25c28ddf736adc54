package cn.zhirong.drafting;

import static cn.zhirong.drafting.RuleBureau.CHEN;
import static cn.zhirong.drafting.RuleBureau.LI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.access.AuditQuery;
import cn.zhirong.access.AuditTrail;
import cn.zhirong.kernel.DateRange;
import cn.zhirong.subsidy.Budgets;
import cn.zhirong.subsidy.BundledProgramme;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.ProgrammeContent.Window;
import cn.zhirong.subsidy.ProgrammeDrafts;
import cn.zhirong.subsidy.ProgrammeFiles;
import cn.zhirong.subsidy.ProgrammeHistory;
import cn.zhirong.subsidy.ProgrammeVersion;
import cn.zhirong.subsidy.ProgrammeVersion.Text;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.Transition;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.testing.TestServer;
import cn.zhirong.web.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgrammeServerTest {
    private final RuleBureau bureau = new RuleBureau();
    private final ProgrammeDrafts drafts = TestServer.get().bean(ProgrammeDrafts.class);
    private final Programmes programmes = TestServer.get().bean(Programmes.class);

    private Programme programme() {
        return programmes.find(bureau.tenant, "award").orElseThrow();
    }

    private static Text changed(Text text, String... fields) {
        Map<String, String> typed = new LinkedHashMap<>(ProgrammeFields.of(text));
        for (int i = 0; i < fields.length; i += 2) {
            typed.put(fields[i], fields[i + 1]);
        }
        return ProgrammeForm.read(typed, path -> true);
    }

    /** Written by 陈 and put in force by 李. */
    private Programme put(String... fields) {
        ProgrammeVersion draft = drafts.edit(bureau.tenant, CHEN, programme());
        assertThat(drafts.save(bureau.tenant, CHEN, draft.id(), draft.revision(), changed(draft.text(), fields)))
                .isTrue();
        return drafts.put(bureau.tenant, LI, draft.id(), draft.revision() + 1, "按新办法调整");
    }

    @Test
    void what_an_officer_writes_is_read_by_nobody_until_another_person_puts_it_in_force() {
        ProgrammeVersion draft = drafts.edit(bureau.tenant, CHEN, programme());
        drafts.save(
                bureau.tenant,
                CHEN,
                draft.id(),
                0,
                changed(draft.text(), "window-1-from", "2027-03-01", "window-1-until", "2027-04-15", "clock-0", "3"));
        assertThat(programme().content().windows()).isEmpty();
        assertThatThrownBy(() -> drafts.put(bureau.tenant, CHEN, draft.id(), 1, "自己来"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("另一人");

        drafts.put(bureau.tenant, LI, draft.id(), 1, "按新办法调整");

        assertThat(programme().content().windows())
                .containsExactly(new Window(LocalDate.parse("2027-03-01"), LocalDate.parse("2027-04-15"), ""));
        assertThat(programme().content().clocks().acceptance()).isEqualTo(3);
        assertThat(drafts.get(bureau.tenant, draft.id()).isOpen()).isFalse();
        assertThat(
                        TestServer.get()
                                .bean(AuditTrail.class)
                                .search(bureau.tenant, AuditQuery.ALL, Long.MAX_VALUE, 50)
                                .stream()
                                .map(entry -> entry.action() + " " + entry.actor()))
                .contains("programme.draft chen", "programme.write chen", "programme.put li");
    }

    @Test
    void the_database_refuses_that_its_writer_puts_it_in_force() throws SQLException {
        ProgrammeVersion draft = drafts.edit(bureau.tenant, CHEN, programme());
        try (Connection connection = TestServer.get().connection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE subsidy_programme_version SET open_code = NULL, put_by = ?,"
                                + " put_at = changed_at WHERE tenant_id = ? AND id = ?")) {
            update.setString(1, CHEN);
            update.setLong(2, bureau.tenant.id());
            update.setLong(3, draft.id());
            assertThatThrownBy(update::executeUpdate).hasMessageContaining("subsidy_programme_version_second_person");
        }
    }

    @Test
    void a_programme_has_one_draft_and_of_two_who_write_it_the_second_is_told() {
        ProgrammeVersion draft = drafts.edit(bureau.tenant, CHEN, programme());
        assertThat(drafts.edit(bureau.tenant, LI, programme()).id()).isEqualTo(draft.id());
        assertThat(drafts.save(bureau.tenant, CHEN, draft.id(), 0, changed(draft.text(), "summary", "陈写的。")))
                .isTrue();
        assertThat(drafts.save(bureau.tenant, LI, draft.id(), 0, changed(draft.text(), "summary", "李写的。")))
                .isFalse();
        assertThat(drafts.get(bureau.tenant, draft.id()).text().content().summary())
                .isEqualTo("陈写的。");
        assertThatThrownBy(() -> drafts.put(bureau.tenant, LI, draft.id(), 0, "看的是前一份"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("又改过");
    }

    @Test
    void what_was_in_force_when_something_began_can_be_told_afterwards() {
        Instant begun = Instant.now();
        put("title", "企业奖励（新）");
        ProgrammeHistory history = TestServer.get().bean(ProgrammeHistory.class);
        assertThat(history.at(bureau.tenant, programme().id(), begun)
                        .orElseThrow()
                        .title())
                .isEqualTo("企业奖励（示例）");
        assertThat(history.at(bureau.tenant, programme().id(), Instant.now().plusSeconds(1))
                        .orElseThrow()
                        .title())
                .isEqualTo("企业奖励（新）");
        assertThat(history.of(bureau.tenant, programme().id()))
                .extracting(ProgrammeVersion::note)
                .containsExactly("按新办法调整", "");
    }

    @Test
    void a_programme_that_is_closed_takes_no_applications_whatever_its_windows_say() {
        LocalDate today = bureau.drafts().today();
        assertThat(programme().content().isOpen(today)).isTrue();
        put("status", "CLOSED");
        assertThat(programme().content().isOpen(today)).isFalse();
        put("status", "OPEN");
        assertThat(programme().content().isOpen(today)).isTrue();
    }

    @Test
    void one_with_published_rules_is_not_only_announced() {
        assertThatThrownBy(() -> put("status", "ANNOUNCED"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已有发布的规则");
    }

    @Test
    void a_new_programme_is_there_for_nobody_before_it_is_in_force() {
        ProgrammeVersion draft = drafts.begin(
                bureau.tenant, CHEN, "loan", changed(Text.of(programme()), "title", "贷款贴息（示例）", "kind", "INTEREST"));
        assertThat(programmes.find(bureau.tenant, "loan")).isEmpty();
        assertThatThrownBy(() -> drafts.begin(bureau.tenant, LI, "loan", draft.text()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已经用了");
        assertThatThrownBy(() -> drafts.begin(bureau.tenant, LI, "award", draft.text()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已经用了");
        assertThatThrownBy(() -> drafts.begin(bureau.tenant, LI, "贷款", draft.text()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("小写字母");
        drafts.put(bureau.tenant, LI, draft.id(), 0, "新设");
        assertThat(programmes.find(bureau.tenant, "loan").orElseThrow().title()).isEqualTo("贷款贴息（示例）");
    }

    @Test
    void what_officers_edited_is_exported_in_the_form_of_the_bundle_and_read_back_equal(@TempDir Path folder)
            throws IOException {
        Vocabularies vocabularies = TestServer.get().bean(Vocabularies.class);
        vocabularies.judge(bureau.tenant, CHEN, "judged-1", "项目符合产业方向");
        vocabularies.judge(bureau.tenant, CHEN, "judged-2", "不再用的");
        vocabularies.retire(bureau.tenant, CHEN, "judged-2", true);
        TestServer.get()
                .bean(Budgets.class)
                .set(bureau.tenant, CHEN, programme(), 2027, cn.zhirong.kernel.Money.ofYuan(1_234_567));
        long second = bureau.draft(bureau.rule("企业奖励", "1000万元", "3%", "50万元"));
        bureau.expects(second, "1000万元", 300_000L);
        bureau.tested(second);
        bureau.publication()
                .publish(
                        bureau.tenant,
                        LI,
                        second,
                        bureau.row(second).revision(),
                        bureau.cases().mark(bureau.tenant, second),
                        new Publication.Wanted(
                                new DateRange(bureau.drafts().today().plusDays(40), null), Transition.OPENED, "提高比例"));
        Programme edited = put(
                "summary", "真实：带“引号”、冒号: 和 # 号。",
                "status", "CLOSED",
                "window-1-from", "2027-03-01",
                "window-1-until", "2027-04-15",
                "window-1-note", "首次",
                "material-1-name", "申请表",
                "material-1-required", "on",
                "material-2-name", "合同",
                "material-2-provision", "第三条",
                "rationing", "FIRST_N",
                "places", "20",
                "automatic", "on",
                "note", "2027-01-01");

        assertThat(TestServer.get().bean(SubsidyExport.class).write(bureau.tenant, folder))
                .isEmpty();

        ProgrammeFiles.Bureau read = ProgrammeFiles.read(folder).bureaus().getFirst();
        assertThat(read.judged()).isEqualTo(vocabularies.judged(bureau.tenant));
        assertThat(read.series()).isEqualTo(vocabularies.series(bureau.tenant));
        BundledProgramme back = read.programmes().getFirst();
        assertThat(back.content()).isEqualTo(edited.content());
        assertThat(back.title()).isEqualTo(edited.title());
        assertThat(back.kind()).isEqualTo(edited.kind());
        assertThat(back.policy()).isEqualTo(edited.policy());
        assertThat(back.budgets()).containsEntry(2027, cn.zhirong.kernel.Money.ofYuan(1_234_567));
        assertThat(back.versions())
                .extracting(version -> version.rule())
                .containsExactlyElementsOf(programmes.published(bureau.tenant, programme()).reversed().stream()
                        .map(version -> version.rule())
                        .toList());
        assertThat(back.cases()).singleElement().satisfies(one -> {
            assertThat(one.verdict()).isEqualTo("eligible");
            assertThat(one.facts().get("revenue")).isNotNull();
        });
    }
}
