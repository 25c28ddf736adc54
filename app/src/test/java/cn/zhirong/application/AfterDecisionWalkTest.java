package cn.zhirong.application;

import cn.zhirong.access.Role;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.ChromiumWalk;
import cn.zhirong.testing.TestServer;
import cn.zhirong.testing.Visit;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes when something went another way, in Chromium: 云山科技 corrects, appeals, is paid late, gives money back. */
class AfterDecisionWalkTest extends ChromiumWalk {
    private static final String FIRM = "云山科技有限公司";
    private final TestServer server = TestServer.get();
    private final ApplicationFixture world = new ApplicationFixture();
    private final Browser owner = world.firm(FIRM);

    @ParameterizedTest
    @CsvSource({"1280, true", "360, false"})
    void a_firm_puts_right_what_it_is_asked_and_the_officer_sees_what_changed(int width, boolean scripts) {
        long id = world.submitted(owner, FIRM, "HT-W1", "6");
        try (Visit firm = visit(width, scripts, world.firmSession(FIRM));
                Visit officer = visit(width, scripts, world.session(Role.OFFICER))) {
            officer.open(path("/console/applications/" + id));
            opened(officer, "通知补正");
            officer.type("wrong-account", "开户银行写得不全").looksRight("what is to be put right");
            officer.press("发出补正通知").reads("待补正");
            firm.open(path("/enterprise/applications/" + id)).reads("开户银行写得不全").looksRight("asked to correct");
            firm.open(path("/enterprise/applications/" + id + "/account"));
            firm.type("bank", "示例银行股份有限公司一区支行").press("保存");
            firm.open(path("/enterprise/applications/" + id));
            long asked = world.number("SELECT MAX(id) FROM subsidy_correction WHERE tenant_id = ?", world.city.id());
            firm.type("answer-" + asked, "已改为全称").looksRight("answered");
            firm.press("提交补正").reads("待受理");
            officer.open(path("/console/applications/" + id)).reads("要求补正以后的变化").looksRight("changes");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "360, false"})
    void a_firm_that_was_refused_appeals_and_a_third_person_answers(int width, boolean scripts) {
        long id = world.submitted(owner, FIRM, "HT-W2", "6");
        String here = "/console/applications/" + id;
        world.send(world.as(Role.OFFICER), here + "/acceptance", Map.of());
        world.send(
                world.as(Role.OFFICER),
                here + "/first-review",
                Map.of("say-f_1", "no", "why-f_1", "资金流水显示用于购房", "decision", "refuse"));
        world.send(world.as(Role.REVIEWER), here + "/second-review", Map.of("decision", "confirm"));
        try (Visit firm = visit(width, scripts, world.firmSession(FIRM));
                Visit director = visit(width, scripts, world.session(Role.DIRECTOR))) {
            firm.open(path("/enterprise/applications/" + id)).reads("不予支持").looksRight("refused");
            opened(firm, "申诉");
            firm.type("words", "贷款用于采购原料，购货合同和付款凭证已经补交，请重新审核。").looksRight("appeal");
            firm.press("提交申诉").reads("申诉");
            director.open(path("/console/complaints")).reads("购货合同和付款凭证").looksRight("complaints");
            long complaint = world.number("SELECT MAX(id) FROM subsidy_complaint WHERE tenant_id = ?", world.city.id());
            director.type("answer-" + complaint, "经查购货合同真实，退回重新审核。").press("成立");
            director.looksRight("answered complaint");
            firm.open(path("/enterprise/applications/" + id)).reads("退回重新审核").looksRight("upheld");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "360, false"})
    void what_the_bank_sent_back_is_paid_again_and_what_was_too_much_is_asked_back(int width, boolean scripts) {
        world.budget(world.programme, 500_000);
        long id = world.submitted(owner, FIRM, "HT-W3", "6");
        world.approved(id);
        world.cleared(id);
        String first = world.disbursed(id);
        world.agreed(first);
        world.bounced(first, "账号已经销户");
        try (Visit firm = visit(width, scripts, world.firmSession(FIRM));
                Visit officer = visit(width, scripts, world.session(Role.OFFICER));
                Visit reviewer = visit(width, scripts, world.session(Role.REVIEWER));
                Visit finance = visit(width, scripts, world.session(Role.FINANCE_OFFICE))) {
            officer.open(path(first)).reads("账号已经销户").looksRight("sent back");
            firm.open(path("/enterprise/applications/" + id)).looksRight("not arrived");
            String again = world.disbursed(id);
            finance.open(path(again)).reads("以前付过一次").looksRight("listed again");
            world.paid(again);
            firm.open(path("/enterprise/applications/" + id)).reads("已到账").looksRight("arrived");
            officer.open(path("/console/applications/" + id));
            opened(officer, "追回");
            officer.type("amount", "1 万元").type("ground", "提前还款，多领了贴息").type("clause", "第九条");
            officer.looksRight("asking back");
            officer.press("通知退回").reads("请退回 1万元");
            firm.open(path("/enterprise/applications/" + id))
                    .reads("提前还款，多领了贴息")
                    .looksRight("asked back");
            reviewer.open(path("/console/applications/" + id));
            reviewer.type("remark", "凭证 9 号").looksRight("closing");
            reviewer.press("已退回").reads("已追回").looksRight("taken back");
            firm.open(path("/notices")).reads("名单公示").looksRight("older notices");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "360, false"})
    void what_was_approved_is_drawn_and_looked_at_again(int width, boolean scripts) {
        world.budget(world.programme, 500_000);
        world.approved(world.submitted(owner, FIRM, "HT-W4", "6"));
        try (Visit officer = visit(width, scripts, world.session(Role.OFFICER));
                Visit director = visit(width, scripts, world.session(Role.DIRECTOR))) {
            officer.open(path("/console/samples")).looksRight("samples");
            officer.page().locator("main input[name^=share-]").first().fill("100");
            officer.page().locator("main button:has-text('抽取')").first().click();
            officer.reads("不能重抽").looksRight("sample");
            director.open(path("/console/samples/"
                            + world.number("SELECT MAX(id) FROM subsidy_sample WHERE tenant_id = ?", world.city.id())))
                    .looksRight("sample of the director");
            director.page().locator("main tbody a").first().click();
            director.looksRight("sheet of a sample");
        }
    }

    /** Opens what is folded away, with the keyboard's own means: no script is needed. */
    private static void opened(Visit visit, String summary) {
        visit.page()
                .locator("summary", new Page.LocatorOptions().setHasText(summary))
                .first()
                .click();
    }

    private Visit visit(int width, boolean scripts, String session) {
        return chromium.visit(server.url(), width, scripts).signedIn(session);
    }

    private String path(String below) {
        return "/" + world.city.slug() + below;
    }
}
