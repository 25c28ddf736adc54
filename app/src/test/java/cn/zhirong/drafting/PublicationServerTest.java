package cn.zhirong.drafting;

import static cn.zhirong.drafting.RuleBureau.CHEN;
import static cn.zhirong.drafting.RuleBureau.LI;
import static cn.zhirong.drafting.RuleBureau.WANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.access.AuditQuery;
import cn.zhirong.access.AuditTrail;
import cn.zhirong.kernel.DateRange;
import cn.zhirong.kernel.Money;
import cn.zhirong.subsidy.Calculator;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleState;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.subsidy.RuleVersionRow;
import cn.zhirong.subsidy.Transition;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import cn.zhirong.web.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublicationServerTest {
    private final RuleBureau bureau = new RuleBureau();
    private final LocalDate today = bureau.drafts().today();

    private static Publication.Wanted from(LocalDate day) {
        return new Publication.Wanted(new DateRange(day, null), Transition.OPENED, "比例由2%改为3%");
    }

    private boolean publish(String actor, long id, LocalDate day) {
        return publish(actor, id, day, bureau.cases().mark(bureau.tenant, id));
    }

    private boolean publish(String actor, long id, LocalDate day, String cases) {
        return bureau.publication()
                .publish(bureau.tenant, actor, id, bureau.row(id).revision(), cases, from(day));
    }

    private void agree(String actor, long id) {
        String seen = bureau.publication()
                .waiting(bureau.tenant, id)
                .map(Publication::mark)
                .orElse("");
        bureau.publication().agree(bureau.tenant, actor, id, seen);
    }

    private long testedDraft(String share, long yuan) {
        long id = bureau.draft(bureau.rule("企业奖励", "1000万元", share, "50万元"));
        bureau.expects(id, "1000万元", yuan);
        bureau.tested(id);
        return id;
    }

    private @Nullable Money granted(LocalDate day) {
        return TestServer.get()
                .bean(Calculator.class)
                .all(bureau.tenant, RuleBureau.firm("1000万元"), day, List.of())
                .results()
                .getFirst()
                .certain()
                .orElse(null);
    }

    @Test
    void a_draft_is_written_tested_by_its_cases_and_published_by_another_person_from_a_day() {
        long id = bureau.draft(bureau.rule("企业奖励", "1000万元", "3%", "50万元"));
        assertThat(bureau.server
                        .bean(Readiness.class)
                        .look(bureau.tenant, bureau.drafts().get(bureau.tenant, id))
                        .obstacles())
                .singleElement()
                .asString()
                .contains("还没有案例");
        bureau.expects(id, "1000万元", 300_000L);
        bureau.expects(id, "999万元", null);
        bureau.tested(id);
        assertThat(bureau.row(id).state()).isEqualTo(RuleState.TESTED);

        assertThat(publish(LI, id, today.plusDays(30))).isTrue();

        RuleVersionRow row = bureau.row(id);
        assertThat(row.state()).isEqualTo(RuleState.PUBLISHED);
        assertThat(row.publishedBy()).isEqualTo(LI);
        assertThat(row.effectiveFrom()).isEqualTo(today.plusDays(30));
        assertThat(granted(today.plusDays(29))).isEqualTo(Money.ofWan(20));
        assertThat(granted(today.plusDays(30))).isEqualTo(Money.ofWan(30));
        assertThat(
                        TestServer.get()
                                .bean(AuditTrail.class)
                                .search(bureau.tenant, AuditQuery.ALL, Long.MAX_VALUE, 50)
                                .stream()
                                .map(entry -> entry.action()))
                .contains("rule.draft", "rule.write", "rule.case", "rule.test", "rule.publish");
    }

    @Test
    void a_case_that_does_not_pass_keeps_a_rule_from_being_tested() {
        long id = bureau.draft(bureau.rule());
        bureau.expects(id, "1000万元", 200_001L);
        assertThatThrownBy(() -> bureau.tested(id))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("金额是20万元，应当是200001元");
        assertThat(bureau.row(id).state()).isEqualTo(RuleState.DRAFT);
    }

    @Test
    void a_defect_that_the_linter_finds_keeps_it_from_being_tested() {
        long id = bureau.draft(bureau.rule().replace("per: year, at-most: 50万元", "per: year, at-most: 0元"));
        bureau.expects(id, "1000万元", 0L);
        assertThatThrownBy(() -> bureau.tested(id)).isInstanceOf(Refusal.class).hasMessageContaining("永远没有金额");
    }

    @Test
    void what_was_tested_is_a_draft_again_when_its_words_or_its_cases_change() {
        long id = testedDraft("3%", 300_000);
        bureau.expects(id, "2000万元", 500_000L);
        assertThat(bureau.row(id).state()).isEqualTo(RuleState.DRAFT);
        bureau.tested(id);
        bureau.write(CHEN, id, bureau.row(id).revision(), bureau.rule("企业奖励", "1000万元", "3%", "40万元"));
        assertThat(bureau.row(id).state()).isEqualTo(RuleState.DRAFT);
        assertThatThrownBy(() -> publish(LI, id, today))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("案例");
    }

    @Test
    void whoever_changed_it_last_does_not_publish_it_and_the_database_refuses_it_too() throws SQLException {
        long id = testedDraft("3%", 300_000);
        assertThatThrownBy(() -> publish(CHEN, id, today))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("另一人");
        try (Connection connection = TestServer.get().connection();
                PreparedStatement update = connection.prepareStatement("UPDATE subsidy_rule SET state = 'PUBLISHED',"
                        + " published_by = changed_by WHERE tenant_id = ? AND id = ?")) {
            update.setLong(1, bureau.tenant.id());
            update.setLong(2, id);
            assertThatThrownBy(update::executeUpdate)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("subsidy_rule_second_person");
        }
        assertThat(bureau.row(id).state()).isEqualTo(RuleState.TESTED);
    }

    @Test
    void days_gone_by_want_one_more_person_than_the_one_who_publishes() {
        long id = testedDraft("3%", 300_000);
        LocalDate back = today.minusDays(40);

        assertThat(publish(LI, id, back)).isFalse();
        assertThat(bureau.row(id).state()).isEqualTo(RuleState.TESTED);
        assertThat(granted(back)).isEqualTo(Money.ofWan(20));
        assertThat(bureau.publication().affected(bureau.tenant, bureau.programme.id(), new DateRange(back, null)))
                .isEmpty();
        assertThatThrownBy(() -> agree(LI, id)).isInstanceOf(Refusal.class).hasMessageContaining("另一人");
        assertThatThrownBy(() -> agree(CHEN, id)).isInstanceOf(Refusal.class);

        agree(WANG, id);

        RuleVersionRow row = bureau.row(id);
        assertThat(row.publishedBy()).isEqualTo(LI);
        assertThat(row.secondBy()).isEqualTo(WANG);
        assertThat(granted(back)).isEqualTo(Money.ofWan(30));
        assertThat(granted(back.minusDays(1))).isEqualTo(Money.ofWan(20));
    }

    @Test
    void what_waits_for_one_more_person_is_gone_when_the_draft_changes_or_it_is_declined() {
        long id = testedDraft("3%", 300_000);
        publish(LI, id, today.minusDays(1));
        bureau.publication().decline(bureau.tenant, WANG, id);
        assertThatThrownBy(() -> agree(WANG, id)).isInstanceOf(Refusal.class);
        publish(LI, id, today.minusDays(1));
        bureau.write(CHEN, id, bureau.row(id).revision(), bureau.rule());
        assertThatThrownBy(() -> agree(WANG, id)).isInstanceOf(Refusal.class);
    }

    @Test
    void going_back_is_a_new_draft_and_what_held_before_gives_what_it_gave() {
        Programmes programmes = TestServer.get().bean(Programmes.class);
        RuleVersion before = programmes.version(bureau.tenant, bureau.first).orElseThrow();
        long second = testedDraft("3%", 300_000);
        publish(LI, second, today);
        assertThatThrownBy(() -> bureau.write(CHEN, bureau.first, 0, bureau.rule()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已经发布");

        long back = bureau.drafts().copy(bureau.tenant, CHEN, bureau.first).key();
        bureau.expects(back, "1000万元", 200_000L);
        bureau.tested(back);
        publish(LI, back, today.plusDays(10));

        assertThat(granted(today.minusDays(1))).isEqualTo(Money.ofWan(20));
        assertThat(granted(today.plusDays(9))).isEqualTo(Money.ofWan(30));
        assertThat(granted(today.plusDays(10))).isEqualTo(Money.ofWan(20));
        assertThat(programmes.version(bureau.tenant, bureau.first)).contains(before);
    }

    @Test
    void two_hundred_that_are_reckoned_while_a_version_is_published_each_keep_one_version() throws Exception {
        long id = testedDraft("3%", 300_000);
        CountDownLatch begun = new CountDownLatch(20);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Money>> all = java.util.stream.IntStream.range(0, 200)
                    .mapToObj(i -> pool.submit(() -> {
                        begun.countDown();
                        return granted(today);
                    }))
                    .toList();
            begun.await();
            publish(LI, id, today);
            for (Future<Money> one : all) {
                assertThat(one.get()).isIn(Money.ofWan(20), Money.ofWan(30));
            }
        }
        assertThat(granted(today)).isEqualTo(Money.ofWan(30));
    }

    @Test
    void of_two_who_save_at_once_the_second_is_told() {
        long id = bureau.draft(bureau.rule());
        int revision = bureau.row(id).revision();
        assertThat(bureau.write(CHEN, id, revision, bureau.rule("企业奖励", "1000万元", "4%", "50万元")))
                .isTrue();
        assertThat(bureau.write(LI, id, revision, bureau.rule("企业奖励", "1000万元", "5%", "50万元")))
                .isFalse();
        assertThat(bureau.row(id).content()).contains("4%").doesNotContain("5%");
    }

    @Test
    void another_bureau_finds_neither_version_nor_case() {
        Tenant other = TestServer.get().aBureau();
        assertThatThrownBy(() -> bureau.drafts().get(other, bureau.first)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> bureau.drafts().copy(other, CHEN, bureau.first))
                .isInstanceOf(Refusal.class);
        assertThat(bureau.cases().of(other, bureau.first)).isEmpty();
        assertThat(bureau.drafts().all(other)).isEmpty();
    }

    @Test
    void whoever_wrote_in_it_does_not_publish_it_though_another_touched_it_last() {
        long id = bureau.drafts().begin(bureau.tenant, LI, bureau.programme).key();
        bureau.write(LI, id, 0, bureau.rule("企业奖励", "1000万元", "3%", "50万元"));
        bureau.write(CHEN, id, 1, bureau.rule("企业奖励", "1000万元", "4%", "50万元"));
        bureau.expects(id, "1000万元", 400_000L);
        bureau.tested(id);
        assertThatThrownBy(() -> publish(LI, id, today.plusDays(1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("参与写过");
        assertThat(publish(WANG, id, today.plusDays(1))).isTrue();
    }

    @Test
    void a_copy_of_a_draft_is_not_published_by_whoever_wrote_the_draft() {
        long original =
                bureau.drafts().begin(bureau.tenant, LI, bureau.programme).key();
        bureau.write(LI, original, 0, bureau.rule("企业奖励", "1000万元", "3%", "50万元"));
        long id = bureau.drafts().copy(bureau.tenant, CHEN, original).key();
        bureau.expects(id, "1000万元", 300_000L);
        bureau.tested(id);
        assertThatThrownBy(() -> publish(LI, id, today.plusDays(1))).isInstanceOf(Refusal.class);
        assertThat(publish(WANG, id, today.plusDays(1))).isTrue();
    }

    @Test
    void to_keep_what_stands_there_already_makes_nobody_its_author_and_leaves_it_tested() {
        long id = testedDraft("3%", 300_000);
        String text = bureau.row(id).content();
        assertThat(bureau.write(LI, id, bureau.row(id).revision(), text)).isTrue();
        assertThat(bureau.row(id).state()).isEqualTo(RuleState.TESTED);
        assertThat(publish(LI, id, today.plusDays(1))).isTrue();
    }

    @Test
    void one_agrees_to_what_was_looked_at_and_not_to_what_waits_now() {
        long id = testedDraft("3%", 300_000);
        publish(LI, id, LocalDate.parse("2026-03-01"));
        String seen =
                Publication.mark(bureau.publication().waiting(bureau.tenant, id).orElseThrow());
        assertThatThrownBy(() -> publish(LI, id, LocalDate.parse("2024-03-01")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("先撤下");
        bureau.publication().decline(bureau.tenant, LI, id);
        publish(LI, id, LocalDate.parse("2024-03-01"));
        assertThatThrownBy(() -> bureau.publication().agree(bureau.tenant, WANG, id, seen))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("换过");
        agree(WANG, id);
        assertThat(bureau.row(id).effectiveFrom()).isEqualTo(LocalDate.parse("2024-03-01"));
    }

    @Test
    void a_page_of_publication_is_stale_once_the_cases_were_changed_though_they_were_tested_anew() {
        long id = testedDraft("3%", 300_000);
        String seen = bureau.cases().mark(bureau.tenant, id);
        RuleCase one = bureau.cases().of(bureau.tenant, id).getFirst();
        bureau.cases().remove(bureau.tenant, CHEN, id, one.id());
        bureau.expects(id, "2000万元", 500_000L);
        bureau.tested(id);
        assertThatThrownBy(() -> publish(LI, id, today.plusDays(1), seen))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("案例在您打开之后改过");
        assertThat(bureau.row(id).state()).isEqualTo(RuleState.TESTED);
        assertThat(publish(LI, id, today.plusDays(1))).isTrue();
    }

    @Test
    void of_two_who_change_one_case_the_second_is_told_who_the_first_was() {
        long id = testedDraft("3%", 300_000);
        RuleCase one = bureau.cases().of(bureau.tenant, id).getFirst();
        String seen = bureau.cases().mark(bureau.tenant, id, one.id());
        bureau.cases().change(bureau.tenant, LI, id, named(one, "李的名字"), seen);
        assertThatThrownBy(() -> bureau.cases().change(bureau.tenant, CHEN, id, named(one, "陈的名字"), seen))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(LI);
        assertThat(bureau.cases().of(bureau.tenant, id))
                .extracting(RuleCase::name)
                .containsExactly("李的名字");
        String now = bureau.cases().mark(bureau.tenant, id, one.id());
        bureau.cases().change(bureau.tenant, CHEN, id, named(one, "陈的名字"), now);
        assertThat(bureau.cases().of(bureau.tenant, id))
                .extracting(RuleCase::name)
                .containsExactly("陈的名字");
    }

    @Test
    void a_draft_that_a_colleague_wrote_in_meanwhile_is_not_thrown_away() {
        long id = bureau.draft(bureau.rule());
        int seen = bureau.row(id).revision();
        bureau.write(LI, id, seen, bureau.rule("企业奖励", "1000万元", "4%", "50万元"));
        assertThatThrownBy(() -> bureau.drafts().discard(bureau.tenant, CHEN, id, seen))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("又有人改过");
        assertThat(bureau.row(id).content()).contains("4%");
        bureau.drafts().discard(bureau.tenant, CHEN, id, seen + 1);
        assertThat(bureau.drafts().versions(bureau.tenant, bureau.programme)).hasSize(1);
    }

    private static RuleCase named(RuleCase one, String name) {
        return new RuleCase(one.id(), name, one.asked(), one.facts(), one.expected(), one.expectedFen());
    }

    @Test
    void to_test_twice_is_to_test_once() {
        long id = testedDraft("3%", 300_000);
        bureau.tested(id);
        assertThat(bureau.row(id).state()).isEqualTo(RuleState.TESTED);
    }

    @Test
    void one_version_is_what_each_of_many_readers_sees_while_another_is_published() throws Exception {
        long id = testedDraft("3%", 300_000);
        int readers = 200;
        CountDownLatch go = new CountDownLatch(1);
        Calculator calculator = TestServer.get().bean(Calculator.class);
        List<Future<String>> answers = new java.util.ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < readers; i++) {
                answers.add(threads.submit(() -> {
                    go.await();
                    var result = calculator
                            .all(bureau.tenant, RuleBureau.firm("1000万元"), today, List.of())
                            .results()
                            .getFirst();
                    Money amount = result.certain().orElseThrow();
                    RuleVersion version = result.version();
                    return version.number() + " " + amount + " "
                            + version.rule().caps().size();
                }));
            }
            Future<Boolean> published = threads.submit(() -> {
                go.await();
                return publish(LI, id, today);
            });
            go.countDown();
            assertThat(published.get()).isTrue();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isIn("1 20万元 1", "2 30万元 1");
            }
        }
        assertThat(granted(today)).isEqualTo(Money.ofWan(30));
    }
}
