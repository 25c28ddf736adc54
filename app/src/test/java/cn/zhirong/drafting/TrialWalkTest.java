package cn.zhirong.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.testing.ChromiumWalk;
import cn.zhirong.testing.TestServer;
import cn.zhirong.testing.Visit;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 陈 tries a draft on the four firms of 云山 before anybody signs it. */
class TrialWalkTest extends ChromiumWalk {
    @ParameterizedTest
    @CsvSource({"1280, true", "360, false"})
    void a_draft_is_tried_and_its_result_read_down_to_the_firm(int width, boolean scripts) throws SQLException {
        RuleBureau bureau = new RuleBureau();
        long draft = new TrialFirms(bureau).draft();
        String trials = "/" + bureau.tenant.slug() + "/console/rules/" + draft + "/trial";
        try (Visit chen = chromium.visit(TestServer.get().url(), width, scripts)
                .signedIn(bureau.session(RuleBureau.CHEN, Role.OFFICER))) {
            chen.open(trials).reads("这一版还没有试算过").looksRight("trial form");
            chen.type("budget", "很多");
            chen.refused(400, () -> chen.press("开始试算"));
            chen.reads("预算须是大于 0").looksRight("trial form with an error");
            assertThat(chen.typed("budget")).isEqualTo("很多");
            chen.type("budget", "80").press("开始试算");
            chen.reads("预算 80万元 用到第 3 家就不够了").looksRight("trial result");
            assertThat(chen.words()).contains("124万元").contains("现行 90万元").contains("多 34万元");
            chen.follow("新得到").reads("乙企业");
            assertThat(chen.page().locator("#firms tbody tr").allInnerTexts())
                    .singleElement()
                    .asString()
                    .contains("乙企业", "24万元", "不符合条件");
            chen.open(trials).reads("做过的试算").looksRight("trials");
        }
    }
}
