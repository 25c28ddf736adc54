package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.access.Role;
import cn.zhirong.application.Findings.Judgement;
import cn.zhirong.application.Findings.Override;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.Value;
import cn.zhirong.subsidy.ClauseLinks;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import cn.zhirong.web.Refusal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an officer says of criteria: 云山科技 asks for the interest of two loans, 11 and 1. */
class FindingsServerTest {
    private static final String FIRM = "云山科技有限公司";
    private static final Judgement USED = new Judgement("business-use", true, "已看资金流水");

    private final ApplicationFixture world = new ApplicationFixture();
    private final TestServer server = TestServer.get();
    private final Reviews reviews = server.bean(Reviews.class);

    @Test
    void the_same_criterion_is_overruled_for_each_of_two_loans() {
        ApplicationRow row = accepted("true", "true");
        assertThat(reviews.sheet(world.city, row, findings()).grants()).isFalse();
        Sheet both = reviews.sheet(
                world.city,
                row,
                findings(new Override("r", "11", true, "贴息是另一笔的"), new Override("r", "1", true, "贴息已经退回")));
        assertThat(both.amount().words()).isEqualTo("6万元");
        assertThat(rows(both))
                .filteredOn(line -> line.place().equals("r"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.result()).isEqualTo("不符合"));
        Sheet either = reviews.sheet(
                world.city,
                row,
                findings(new Override("r", "11", true, "贴息是另一笔的"), new Override("r", "1", false, "确实享受过贴息")));
        assertThat(either.amount().words()).isEqualTo("3万元");
    }

    @Test
    void what_a_rule_asks_an_officer_twice_is_judged_once_and_holds_for_both() {
        ApplicationRow row = accepted("false", "false");
        world.newest(
                world.programme,
                2,
                ApplicationFixture.rule()
                        .replace("item-conditions:", "  - judged: business-use\n    provision: 第九条\nitem-conditions:"));
        Sheet sheet = reviews.sheet(world.city, row, findings());
        assertThat(rows(sheet))
                .filteredOn(line -> line.judged().equals("business-use"))
                .singleElement()
                .satisfies(line -> assertThat(line.result()).isEqualTo("符合"));
        assertThat(sheet.amount().words()).isEqualTo("6万元");
    }

    @Test
    void places_and_records_that_are_not_there_are_refused() {
        ApplicationRow row = accepted("false", "false");
        for (Override wrong : List.of(
                new Override("r", "111", true, "没有这一笔贷款"),
                new Override("r.0", "11", true, "没有这一项条件"),
                new Override("r", "", true, "没有写是哪一笔"),
                new Override("f.0", "11", true, "企业的条件"),
                new Override("f", "", true, "不是单独一项"),
                new Override("f.0.0", "", true, "更下面没有了"),
                new Override("fx.0", "", true, "不是一个位置"),
                new Override("f.99999999999", "", true, "太远了一些"))) {
            assertThatThrownBy(() -> reviews.sheet(world.city, row, findings(wrong)))
                    .as(wrong.toString())
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("不存在");
        }
        assertThat(reviews.sheet(world.city, row, findings(new Override("f.0", "", false, "注册地不在本区")))
                        .grants())
                .isFalse();
    }

    @Test
    void each_loan_stands_beside_its_own_result() {
        Sheet sheet = reviews.sheet(world.city, accepted("false", "true"), findings());
        assertThat(rows(sheet))
                .filteredOn(line -> line.place().equals("r"))
                .extracting(SheetRows.Row::record, SheetRows.Row::result)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("11", "符合"),
                        org.assertj.core.groups.Tuple.tuple("1", "不符合"));
    }

    @Test
    void what_a_firm_says_of_what_only_officers_judge_does_not_count() {
        ApplicationRow row = accepted("false", "false");
        Sheets sheets = server.bean(Sheets.class);
        Provenance said = new Provenance(Source.DECLARED, ApplicationFixture.TODAY.day(), "");
        Facts facts = sheets.facts(world.city, row).with("business-use", new Fact(Value.of(true), said));
        world.insert(
                "UPDATE subsidy_application SET facts = ? WHERE tenant_id = ? AND id = ?",
                sheets.write(facts),
                world.city.id(),
                row.key());
        ApplicationRow now = server.bean(Applications.class).seen(world.city, row.key());
        assertThat(reviews.sheet(world.city, now, Findings.none(ApplicationFixture.TODAY.day()))
                        .grants())
                .isFalse();
        assertThat(reviews.sheet(world.city, now, findings()).grants()).isTrue();
        Findings other = new Findings(
                ApplicationFixture.TODAY.day(),
                List.of(USED, new Judgement("registered-here", false, "不在本地")),
                List.of());
        assertThat(reviews.sheet(world.city, now, other).grants()).isTrue();
    }

    @Test
    void one_loan_under_two_spellings_passes_no_first_look() {
        ApplicationRow row = accepted("false", "false");
        Sheets sheets = server.bean(Sheets.class);
        Facts facts = sheets.facts(world.city, row);
        Fact loans = facts.get("loans");
        List<FactRecord> twice = new ArrayList<>(((Value.Records) loans.value()).records());
        twice.add(new FactRecord("１-1", twice.getFirst().values(), loans.provenance()));
        world.insert(
                "UPDATE subsidy_application SET facts = ? WHERE tenant_id = ? AND id = ?",
                sheets.write(facts.with("loans", new Fact(Value.ofRecords(twice), loans.provenance()))),
                world.city.id(),
                row.key());
        HttpResponse<String> answer = world.send(
                world.as(Role.OFFICER),
                "/console/applications/" + row.key() + "/first-review",
                Map.of("say-f_1", "yes", "why-f_1", "已看资金流水", "decision", "pass"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("同一个编号");
    }

    @Test
    void a_loan_that_was_paid_is_known_again_however_it_is_written() {
        world.budget(world.programme, 500_000);
        Browser owner = world.firm(FIRM);
        world.approved(world.submitted(owner, FIRM, "HT2026-001", "6"));
        long again = world.submitted(owner, FIRM, "ht2026 001", "6");
        ApplicationRow row = server.bean(Applications.class).seen(world.city, again);
        assertThat(reviews.sheet(world.city, row, findings()).amount().fen()).isZero();
    }

    @Test
    void a_sheet_opens_after_the_rule_changed_its_shape() {
        ApplicationRow row = accepted("true", "true");
        String here = "/console/applications/" + row.key();
        world.budget(world.programme, 500_000);
        world.send(
                world.as(Role.OFFICER),
                here + "/first-review",
                Map.of(
                        "say-f_1", "yes",
                        "why-f_1", "已看资金流水",
                        "say-r-1", "yes",
                        "why-r-1", "贴息是另一笔的",
                        "decision", "pass"));
        assertThat(world.send(
                                world.as(Role.REVIEWER),
                                here + "/second-review",
                                Map.of("decision", "back", "reason", "请再核对贴息"))
                        .body())
                .contains("初审中");
        assertThat(world.open(world.as(Role.OFFICER), here + "/first-review").body())
                .contains("贴息是另一笔的")
                .doesNotContain("没有带过来");
        world.insert(
                "INSERT INTO subsidy_rule (tenant_id, programme_id, number, state, effective_from, content, transition,"
                        + " created_by, created_at, changed_by, changed_at, published_by, published_at)"
                        + " SELECT tenant_id, programme_id, 2, state, ?, REPLACE(REPLACE(content, 'item-conditions:', ''),"
                        + " '  - field: other-subsidy\n    is: false\n    provision: 第五条\n', ''), 'NEWEST', created_by,"
                        + " created_at, changed_by, changed_at, published_by, published_at FROM subsidy_rule"
                        + " WHERE tenant_id = ? AND programme_id = ?",
                ApplicationFixture.TODAY.day().toString(),
                world.city.id(),
                world.programme);
        HttpResponse<String> opened = world.open(world.as(Role.OFFICER), here + "/first-review");
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body()).contains("有 1 处判断或者认定已经不适用", "已看资金流水").doesNotContain("贴息是另一笔的");
    }

    private Findings findings(Override... overrides) {
        return new Findings(ApplicationFixture.TODAY.day(), List.of(USED), List.of(overrides));
    }

    private List<SheetRows.Row> rows(Sheet sheet) {
        return SheetRows.of(sheet, server.bean(ClauseLinks.class).on(world.city, ApplicationFixture.TODAY.day()));
    }

    /** Two loans, each with 6万元 of interest; whether they got another subsidy. */
    private ApplicationRow accepted(String other11, String other1) {
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "11", "6");
        world.send(
                world.as(Role.OFFICER),
                "/console/applications/" + id + "/corrections",
                Map.of("wrong-financing", "还有一笔贷款"));
        world.send(
                owner,
                "/enterprise/applications/" + id + "/financing",
                Map.of(
                        "f-loans-n", "2",
                        "f-loans-1-id", "11",
                        "f-loans-1-interest-paid", "6",
                        "f-loans-1-other-subsidy", other11,
                        "f-loans-2-id", "1",
                        "f-loans-2-interest-paid", "6",
                        "f-loans-2-other-subsidy", other1));
        long correction = world.number("SELECT MAX(id) FROM subsidy_correction WHERE tenant_id = ?", world.city.id());
        world.send(owner, "/enterprise/applications/" + id + "/corrections", Map.of("answer-" + correction, "已补填另一笔"));
        world.send(world.as(Role.OFFICER), "/console/applications/" + id + "/acceptance", Map.of());
        ApplicationRow row = server.bean(Applications.class).seen(world.city, id);
        assertThat(row.state()).isEqualTo(State.ACCEPTED);
        return row;
    }
}
