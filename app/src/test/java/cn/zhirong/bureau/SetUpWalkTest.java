package cn.zhirong.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.ChromiumWalk;
import cn.zhirong.testing.TestServer;
import cn.zhirong.testing.Visit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A director sets the bureau up in Chromium, and somebody who is not signed in sees what came of it. */
class SetUpWalkTest extends ChromiumWalk {
    private final TestServer server = TestServer.get();
    private final Tenant city = server.aBureau();

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void name_colour_region_and_features_are_set_and_seen(int width) {
        try (Visit director = director(width);
                Visit anybody = chromium.visit(server.url(), width, false)) {
            director.open(path("/console/settings"))
                    .type("name", "海州市地方金融管理局")
                    .type("shortName", "海州金融")
                    .type("regionName", "示例省海州市")
                    .type("regionCode", "990200")
                    .type("primary", "#ffee00")
                    .type("welcome", "海州市欢迎您来问政策。");
            director.page().uncheck("[name=features][value=ASSISTANT]");
            director.refused(400, () -> director.press("保存设置"));
            director.reads("对比度").looksRight("too pale a colour");
            assertThat(director.typed("name")).isEqualTo("海州市地方金融管理局");
            assertThat(director.page().isChecked("[name=features][value=ASSISTANT]"))
                    .isFalse();
            director.type("primary", "#0b5394").press("保存设置").reads("设置已保存").looksRight("saved");

            anybody.open(path("")).reads("海州市欢迎您来问政策").looksRight("home");
            assertThat(anybody.page().locator("header.masthead").innerText()).contains("海州市地方金融管理局", "示例省海州市");
            assertThat(
                            anybody.page()
                                    .evaluate(
                                            "() => getComputedStyle(document.documentElement).getPropertyValue('--brand').trim()"))
                    .isEqualTo("#0b5394");
            anybody.refused(403, () -> anybody.open(path("/ask")));
            anybody.reads("暂未开放智能问答").looksRight("switched off");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void the_calendar_and_a_letter_are_written_and_nothing_typed_is_lost(int width) {
        try (Visit director = director(width)) {
            director.open(path("/console/settings")).follow("工作日历").reads("还没有填写");
            director.type("days", "2030-02-30,否,示例\n2030-02-04,否,示例假日");
            director.refused(400, () -> director.press("保存日历"));
            director.reads("第 1 行").looksRight("wrong day");
            assertThat(director.typed("days")).contains("2030-02-30,否,示例", "2030-02-04,否,示例假日");
            director.type("days", "2030-02-04,否,示例假日\n2030-02-02,是,调休").press("保存日历");
            director.reads("工作日历已保存").looksRight("calendar");
            assertThat(director.page().locator("main table").innerText())
                    .contains("2030年2月2日 星期六", "上班", "2030年2月4日 星期一", "放假", "示例假日");

            director.follow("通知文字").reads("标准文字").looksRight("letters");
            director.follow("重设密码").reads("可以用的字段");
            director.type("body", "{{姓名}}，您的密码是{{密码}}：{{链接}}");
            director.refused(400, () -> director.press("保存文字"));
            director.reads("没有“密码”这个字段").looksRight("wrong letter");
            assertThat(director.typed("body")).contains("{{密码}}");
            director.type("body", "{{姓名}}，请打开{{链接}}。").press("保存文字").reads("文字已保存");
            director.looksRight("letter");
            assertThat(director.words()).contains("〔姓名〕，请打开〔链接〕。");
            director.open(path("/console/settings/letters")).reads("本局文字").follow("重设密码");
            director.press("恢复标准文字").reads("已恢复标准文字");
        }
    }

    private Visit director(int width) {
        Accounts accounts = server.bean(Accounts.class);
        String session = accounts.issue(accounts.create(city, "zhou", "周局长", Role.DIRECTOR), CredentialKind.SESSION);
        return chromium.visit(server.url(), width, true).signedIn(session);
    }

    private String path(String below) {
        return "/" + city.slug() + below;
    }
}
