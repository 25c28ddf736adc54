package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.testing.ChromiumWalk;
import cn.zhirong.testing.TestServer;
import cn.zhirong.testing.Visit;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 云山科技 applies, in Chromium: on a desk and on a phone, with scripts and without; the bureau and the finance office pay. */
class ApplicationWalkTest extends ChromiumWalk {
    private static final String FIRM = "云山科技有限公司";
    private final TestServer server = TestServer.get();
    private final ApplicationFixture world = new ApplicationFixture();

    @ParameterizedTest
    @CsvSource({"1280, true", "360, false"})
    void a_firm_applies_and_is_paid(int width, boolean scripts) throws IOException {
        world.budget(world.programme, 100_000);
        try (Visit firm = visit(width, scripts, world.firmSession(FIRM));
                Visit officer = visit(1280, true, world.session(Role.OFFICER));
                Visit reviewer = visit(width, true, world.session(Role.REVIEWER));
                Visit finance = visit(width, true, world.session(Role.FINANCE_OFFICE));
                Visit anybody = chromium.visit(server.url(), width, scripts)) {
            applies(firm);
            reviewed(officer, reviewer);
            firm.open(path("/enterprise/applications")).reads("审核通过，待公示").looksRight("own applications");
            madePublic(officer, reviewer, anybody);
            paid(officer, reviewer, finance);
            firm.open(path("/enterprise/applications"))
                    .page()
                    .locator("main tbody a")
                    .first()
                    .click();
            firm.reads("拨付到账").looksRight("paid");
        }
    }

    private void applies(Visit firm) {
        firm.open(path("/enterprise/applications")).reads("还没有申报").looksRight("no applications");
        firm.open(path("/subsidies/interest")).press("开始申报").reads("要填写的内容").looksRight("task list");
        firm.follow("企业信息").reads("已按本单位企业库的数据预填").looksRight("facts");
        firm.press("保存").reads("企业信息已保存");
        firm.follow("融资信息").reads("不能重复享受").looksRight("financing");
        firm.type("f-loans-1-id", "HT-1").type("f-loans-1-interest-paid", "很多");
        firm.refused(400, () -> press(firm, "保存"));
        firm.reads("请填写金额").looksRight("refused facts");
        assertThat(firm.typed("f-loans-1-id")).isEqualTo("HT-1");
        firm.type("f-loans-1-interest-paid", "6").page().check("[name=f-loans-1-other-subsidy][value=false]");
        press(firm, "保存");
        firm.reads("融资信息已保存");
        firm.follow("收款账户").looksRight("account");
        firm.type("accountNumber", "4400 1234 5678 9012")
                .type("bank", "示例银行一区支行")
                .press("保存")
                .reads("收款账户已保存");
        firm.follow("材料").reads("可以上传").looksRight("materials");
        firm.page()
                .setInputFiles(
                        "#file-contract",
                        new FilePayload("合同.pdf", "application/pdf", "%PDF-1.7 示例".getBytes(StandardCharsets.UTF_8)));
        firm.press("上传 借款合同").reads("合同.pdf").looksRight("uploaded");
        firm.follow("返回申报").follow("检查并提交").reads("预计结果").looksRight("check answers");
        firm.page().check("#declared");
        firm.press("提交申报").reads("申报已提交").reads("5 个工作日内").looksRight("handed in");
    }

    private void reviewed(Visit officer, Visit reviewer) {
        officer.open(path("/console/applications")).reads("剩 5 个工作日").looksRight("queue");
        officer.follow(FIRM).reads("申报内容").looksRight("case");
        officer.press("受理").reads("已受理").follow("打开初审表").reads("逐条核对").looksRight("sheet");
        officer.page().check("[name=say-f_1][value=yes]");
        officer.type("why-f_1", "已看资金流水").press("重新核算").reads("可得3万元").looksRight("tried sheet");
        officer.press("初审通过").reads("已登记初审结果");
        reviewer.open(path("/console/applications"))
                .follow(FIRM)
                .reads("同意初审结果")
                .looksRight("second look");
        reviewer.press("同意初审结果").reads("复审通过，待上会");
    }

    private void madePublic(Visit officer, Visit reviewer, Visit anybody) {
        officer.open(path("/console/batches")).reads("复审通过，待上会").looksRight("lists");
        officer.type("title", "第一次会议").press("列成名单").reads("已列好名单").looksRight("list");
        String batch = officer.path();
        reviewer.open(batch).reads("会议结果").looksRight("list of the second person");
        reviewer.type("minutes", "第一次会议纪要").press("登记会议结果").reads("会议已通过，待公示");
        reviewer.press("发布公示").reads("提出异议").looksRight("notice of the bureau");
        anybody.open(path("/notices")).reads("正在公示").looksRight("notices");
        anybody.follow("第一次会议拟支持名单公示").reads("实付利息：6万元").looksRight("notice");
        anybody.refused(400, () -> anybody.press("提交异议"));
        anybody.reads("请选择对哪一家有异议").looksRight("refused objection");
        world.insert(
                "UPDATE subsidy_notice SET opens_on = '2026-01-05', closes_on = '2026-01-15' WHERE tenant_id = ?",
                world.city.id());
        reviewer.open(reviewer.path()).press("结束公示，转入拨付").reads("公示已结束");
    }

    private void paid(Visit officer, Visit reviewer, Visit finance) throws IOException {
        officer.open(path("/console/disbursements")).reads("可以拨付").looksRight("payments");
        officer.press("列成拨付批次").reads("等待财政局确认").looksRight("payment");
        String payment = officer.path();
        finance.open(payment).reads("财政局确认").looksRight("payment of the finance office");
        finance.press("确认拨付").reads("已登记确认结果").looksRight("confirmed");
        officer.open(payment).reads("下载银行文件");
        var file = officer.page().waitForDownload(() -> officer.page().click("a[href$='bank.csv']"));
        String[] row = Files.readString(Path.of(file.path().toString()))
                .split("\r\n")[1]
                .split(",");
        List<String> receipt = new ArrayList<>(List.of(String.join(",", Receipt.HEAD)));
        receipt.add(String.join(
                ",",
                row[0],
                row[1],
                row[2],
                row[6],
                "成功",
                ApplicationFixture.TODAY.day().toString(),
                ""));
        reviewer.open(payment);
        reviewer.page()
                .setInputFiles(
                        "#file",
                        new FilePayload(
                                "receipt.csv",
                                "text/csv",
                                String.join("\r\n", receipt).getBytes(StandardCharsets.UTF_8)));
        reviewer.press("上传并核对").reads("全部到账").looksRight("reconciled");
        reviewer.open(path("/console/budgets")).reads("3万元").looksRight("budgets");
        reviewer.open(path("/console/complaints")).reads("没有异议和申诉").looksRight("no complaints");
        reviewer.open(path("/console/offers")).reads("落户奖励").looksRight("offers");
    }

    /** The button that people see, not the one for whoever presses Enter. */
    private static void press(Visit visit, String words) {
        visit.page()
                .locator("main .actions button", new Page.LocatorOptions().setHasText(words))
                .last()
                .click();
    }

    private Visit visit(int width, boolean scripts, String session) {
        return chromium.visit(server.url(), width, scripts).signedIn(session);
    }

    private String path(String below) {
        return "/" + world.city.slug() + below;
    }
}
