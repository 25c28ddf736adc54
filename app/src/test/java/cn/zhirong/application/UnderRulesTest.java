package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.drafting.AffectedApplications.Affected;
import cn.zhirong.drafting.TrialFirm;
import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Payment;
import cn.zhirong.subsidy.Calculator;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What those who write rules get to know of the applications of 云山科技 and 海州贸易. */
class UnderRulesTest {
    private static final String FIRM = "云山科技有限公司";

    private final ApplicationFixture world = new ApplicationFixture();
    private final TestServer server = TestServer.get();
    private final UnderRules under = server.bean(UnderRules.class);

    @Test
    void what_was_approved_is_tried_as_it_was_decided() {
        world.budget(world.programme, 500_000);
        Browser owner = world.firm(FIRM);
        long first = world.submitted(owner, FIRM, "HT-1", "6");
        long second = world.submitted(owner, FIRM, "HT-2", "4");
        world.approved(first);
        world.approved(second);
        world.begun(owner, "interest");
        assertThat(under.count(world.city, world.programme)).isEqualTo(2);
        List<TrialFirm> tried = tried();
        assertThat(tried).hasSize(2).extracting(TrialFirm::id).containsOnly(firm(first));
        assertThat(tried.getFirst().paid()).isEmpty();
        assertThat(tried.getLast().paid()).extracting(Payment::key).containsExactly("HT-1");
        assertThat(tried).extracting(this::amount).containsExactly(Money.ofWan(3), Money.ofWan(2));
    }

    @Test
    void what_nobody_judged_yet_is_open_and_what_came_later_is_not_seen() {
        world.budget(world.programme, 500_000);
        Browser owner = world.firm(FIRM);
        long refused = world.submitted(owner, FIRM, "HT-1", "6");
        long paid = world.submitted(owner, FIRM, "HT-2", "4");
        assertThat(tried())
                .allSatisfy(firm -> assertThat(firm.facts().get("business-use")).isNull());
        String here = "/console/applications/" + refused;
        world.send(world.as(Role.OFFICER), here + "/acceptance", Map.of());
        world.send(
                world.as(Role.OFFICER),
                here + "/first-review",
                Map.of("say-f_1", "no", "why-f_1", "资金没有用于经营", "decision", "refuse", "reason", "资金没有用于经营"));
        world.approved(paid);
        TrialFirm first = tried().getFirst();
        assertThat(first.paid()).isEmpty();
        assertThat(first.facts().get("business-use").provenance().evidence()).isEqualTo("资金没有用于经营");
    }

    @Test
    void applications_come_with_the_moment_in_which_they_were_handed_in() {
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "HT-1", "6");
        world.insert(
                "UPDATE subsidy_application SET opened_at = '2026-01-06' WHERE tenant_id = ? AND id = ?",
                world.city.id(),
                id);
        ApplicationRow row = server.bean(Applications.class).seen(world.city, id);
        assertThat(tried().getFirst().filedAt()).isAfter(row.openedAt().plusSeconds(1));
    }

    @Test
    void a_rule_touches_what_was_opened_or_decided_in_its_days_or_is_to_be_decided_while_it_holds() {
        LocalDate today = ApplicationFixture.TODAY.day();
        Browser owner = world.firm(FIRM);
        long open = world.submitted(owner, FIRM, "HT-1", "6");
        world.begun(owner, "interest");
        opened(open, today.minusDays(50));
        assertThat(touched(today.minusDays(50), today.minusDays(40))).containsExactly(number(open));
        assertThat(touched(today.minusDays(49), today.minusDays(40))).isEmpty();
        assertThat(touched(today.minusDays(60), today.minusDays(51))).isEmpty();
        assertThat(touched(today.minusDays(49), null)).as("to be decided").containsExactly(number(open));
        assertThat(touched(today.minusDays(49), today.minusDays(1))).isEmpty();
        assertThat(touched(today, today)).containsExactly(number(open));
        world.budget(world.programme, 500_000);
        world.approved(open);
        world.insert(
                "UPDATE subsidy_review SET decided_at = ? WHERE tenant_id = ? AND application_id = ?",
                today.minusDays(45) + " 15:59:59",
                world.city.id(),
                open);
        assertThat(touched(today.minusDays(20), null)).as("decided long ago").isEmpty();
        assertThat(touched(today.minusDays(45), today.minusDays(45))).containsExactly(number(open));
        assertThat(touched(today.minusDays(44), today.minusDays(40))).isEmpty();
    }

    private List<TrialFirm> tried() {
        List<TrialFirm> firms = new ArrayList<>();
        under.each(world.city, world.programme, firms::add);
        return firms;
    }

    private Money amount(TrialFirm firm) {
        return server.bean(Calculator.class)
                .evaluate(
                        world.city,
                        server.bean(Programmes.class)
                                .inForce(
                                        world.city,
                                        server.bean(Programmes.class).get(world.city, world.programme),
                                        ApplicationFixture.TODAY.day())
                                .orElseThrow()
                                .rule(),
                        firm.facts(),
                        ApplicationFixture.TODAY.day(),
                        firm.paid())
                .payable()
                .orElseThrow();
    }

    private List<String> touched(LocalDate from, LocalDate until) {
        return under.between(world.city, world.programme, from, until).stream()
                .map(Affected::number)
                .toList();
    }

    private void opened(long id, LocalDate day) {
        world.insert(
                "UPDATE subsidy_application SET opened_on = ? WHERE tenant_id = ? AND id = ?",
                day.toString(),
                world.city.id(),
                id);
    }

    private long firm(long id) {
        return server.bean(Applications.class).seen(world.city, id).enterpriseId();
    }

    private String number(long id) {
        return server.bean(Applications.class).seen(world.city, id).number();
    }
}
