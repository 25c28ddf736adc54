package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.testing.ChromiumWalk;
import cn.zhirong.testing.TestServer;
import cn.zhirong.testing.Visit;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 免申即享 in Chromium: 云山科技 is found, asked, and takes it; on a desk with scripts, on a phone without. */
class OfferWalkTest extends ChromiumWalk {
    private static final String FIRM = "云山科技有限公司";
    private final TestServer server = TestServer.get();
    private final ApplicationFixture world = new ApplicationFixture();

    @ParameterizedTest
    @CsvSource({"1280, true", "360, false"})
    void a_firm_takes_what_it_is_offered_and_chooses_what_it_hears_of(int width, boolean scripts) {
        world.budget(world.automatic, 100_000);
        try (Visit firm = visit(width, scripts, world.firmSession(FIRM));
                Visit officer = visit(1280, true, world.session(Role.OFFICER));
                Visit reviewer = visit(1280, true, world.session(Role.REVIEWER))) {
            officer.open(path("/console/offers"));
            press(officer, "查找符合条件的企业");
            officer.reads("找到 1 家").reads("您列的名单须由另一位同事复核后发出").looksRight("found");
            reviewer.open(path("/console/offers")).reads("（第八条）").looksRight("list");
            press(reviewer, "发出勾选的企业");
            reviewer.reads("已发出 1 家").reads("剩 10 个工作日");
            firm.open(path("/enterprise/applications")).reads("待企业确认").looksRight("own list");
            firm.page().locator("main tbody a").first().click();
            firm.reads("核算依据").looksRight("offer");
            firm.type("accountNumber", "12a").type("bank", "示例银行一区支行");
            firm.refused(400, () -> firm.press("确认享受"));
            firm.reads("银行账号须为 8 至 30 位数字").looksRight("refused");
            assertThat(firm.typed("bank")).isEqualTo("示例银行一区支行");
            firm.type("accountNumber", "4400 1234 5678 9012").press("确认享受").reads("已确认，不用再提交材料");
            firm.looksRight("confirmed");
            firm.open(path("/enterprise/applications"));
            firm.page().locator("summary:has-text('订阅主题')").click();
            firm.page().check("#topic-1");
            firm.press("保存订阅").reads("订阅的主题已保存").looksRight("topics");
        }
    }

    /** By the words that are seen: behind them stands, unseen, which programme it is. */
    private static void press(Visit visit, String words) {
        visit.page()
                .locator("main button", new Page.LocatorOptions().setHasText(words))
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
