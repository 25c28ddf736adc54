package cn.zhirong.bureau;

import static cn.zhirong.bureau.BureauFixture.aSlug;
import static cn.zhirong.bureau.BureauFixture.bean;
import static cn.zhirong.bureau.BureauFixture.opened;
import static cn.zhirong.bureau.BureauFixture.rows;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Audit;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Calendars;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first days of a bureau on a real server: opened, set up, suspended. */
class BureauOpeningServerTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Test
    void an_operator_opens_a_bureau_and_its_director_comes_in_by_a_link_that_works_once() {
        String slug = aSlug();
        Browser operator = BureauFixture.operator();
        assertThat(operator.open("/platform").body()).contains("租户", "新建租户");
        HttpResponse<String> opened = operator.submit("/platform/opening", BureauFixture.form(slug));
        assertThat(opened.statusCode()).isEqualTo(201);
        String link = BureauFixture.link(opened);
        assertThat(operator.open("/platform/bureaus/" + slug).body())
                .contains("云州市金融工作局", "正常")
                .doesNotContain("token=");

        String token = link.replaceAll(".*token=([^&]+).*", "$1");
        Browser director = new Browser();
        assertThat(director.open(link).body()).contains(token);
        director.submit("/" + slug + "/sign-in", Browser.byLink(token));
        HttpResponse<String> in = director.open("/" + slug + "/console/settings");
        assertThat(in.body()).contains("本局设置", "云州市金融工作局", "周局长");
        assertThat(new Browser()
                        .submit("/" + slug + "/sign-in", Browser.byLink(token))
                        .statusCode())
                .isEqualTo(400);
        assertThat(new Browser().open("/" + slug).body()).contains("您可以问本局已发布的金融政策");
        Tenant tenant = bean(Tenants.class).find(slug).orElseThrow();
        assertThat(bean(Audit.class).count(tenant, "tenant.open", slug)).isEqualTo(1);
        assertThat(bean(Audit.class).count(bean(Tenants.class).platform(), "bureau.open", slug))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "slug|api|不可用",
                "slug|Y1|不可用",
                "slug|a|不可用",
                "primary|#ffcc00|对比度",
                "primary|red|主色应当写成",
                "name|云|名称须为 2 至 60 个字",
                "regionCode|12345|6 位数字",
                "email|nobody|不是电子邮箱",
                "username|x|用户名须为",
                "directorName|周|局长姓名须为 2 至 30 个字"
            })
    void a_wrong_field_is_named_and_nothing_typed_is_lost(String field, String value, String message) {
        String slug = aSlug();
        Map<String, String> form = BureauFixture.form(slug);
        form.put(field, value);
        HttpResponse<String> answer = BureauFixture.operator().submit("/platform/opening", form);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(message, "融资服务科", "href=\"#" + field + "\"");
        assertThat(bean(Tenants.class).find(slug)).isEmpty();
    }

    @Test
    void the_platform_is_nobody_elses() {
        Tenant bureau = TestServer.get().aBureau();
        Browser director = BureauFixture.signedIn(bureau, "director", Role.DIRECTOR);
        assertThat(director.open("/platform/bureaus").body()).contains("登录");
        assertThat(director.submit("/platform/opening", BureauFixture.form(aSlug()))
                        .body())
                .contains("登录");
        assertThat(BureauFixture.operator()
                        .open("/" + bureau.slug() + "/console/settings")
                        .body())
                .contains("登录");
        assertThat(BureauFixture.operator().open("/platform/bureaus/shared").statusCode())
                .isEqualTo(404);
        assertThat(BureauFixture.operator().open("/platform/bureaus/platform").statusCode())
                .isEqualTo(404);
        Browser officer = BureauFixture.signedIn(bureau, "officer", Role.OFFICER);
        assertThat(officer.open("/" + bureau.slug() + "/console/settings").statusCode())
                .isEqualTo(403);
        Browser auditor = BureauFixture.signedIn(bureau, "auditor", Role.AUDITOR);
        String settings = "/" + bureau.slug() + "/console/settings";
        assertThat(auditor.open(settings).body()).contains("不能更改").doesNotContain("保存设置", "导出与删除");
        assertThat(auditor.submit(settings, Map.of()).statusCode()).isEqualTo(403);
        assertThat(auditor.open("/" + bureau.slug() + "/console/leave").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_suspended_bureau_shows_one_page_everywhere_and_resumes() {
        Tenant tenant = opened(aSlug());
        String slug = tenant.slug();
        BureauFixture.published(tenant, BureauFixture.TEXT.formatted("11" + tenant.id()));
        Browser director = BureauFixture.signedIn(tenant, "ju", Role.DIRECTOR);
        Browser operator = BureauFixture.operator();
        String page = "/platform/bureaus/" + slug;
        assertThat(operator.submit(page + "/suspension", Map.of("reason", "欠")).statusCode())
                .isEqualTo(400);
        assertThat(operator.submit(page + "/suspension", Map.of("reason", "合同到期"))
                        .body())
                .contains("已暂停服务", "合同到期");
        for (String path : List.of(
                "",
                "/",
                "/policies",
                "/ask",
                "/sign-in",
                "/theme.css",
                "/console/settings",
                "/console/leave",
                "/nothing")) {
            for (Browser anybody : List.of(new Browser(), director)) {
                HttpResponse<String> answer = anybody.open("/" + slug + path);
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.body())
                        .contains("暂停服务", "融资服务科", "0000-1234567")
                        .doesNotContain("专利保险");
                assertThat(answer.headers().allValues("X-Content-Type-Options")).contains("nosniff");
            }
        }
        HttpResponse<String> call = new Browser().open("/api/v1/" + slug + "/policies");
        assertThat(call.statusCode()).isEqualTo(503);
        assertThat(call.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(call.body()).contains("/problems/suspended").doesNotContain("专利保险");
        assertThat(new Browser()
                        .submit("/" + slug + "/ask", Map.of("question", "补贴多少"))
                        .statusCode())
                .isEqualTo(503);

        assertThat(operator.submit(page + "/suspension", Map.of("reason", "再来一次"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(operator.submit(page + "/resumption", Map.of("reason", "已续约"))
                        .body())
                .contains("已恢复服务");
        assertThat(director.open("/" + slug + "/policies").body()).contains("专利保险");
    }

    @Test
    void a_change_is_seen_at_once_by_the_next_request_and_the_second_editor_loses_nothing() {
        Tenant tenant = opened(aSlug());
        String settings = "/" + tenant.slug() + "/console/settings";
        Browser one = BureauFixture.signedIn(tenant, "one", Role.DIRECTOR);
        Browser other = BureauFixture.signedIn(tenant, "two", Role.DIRECTOR);
        String revision = BureauFixture.revision(one.open(settings));
        Map<String, String> form = BureauFixture.form(tenant.slug());
        form.put("revision", revision);
        form.put("features", "OPEN_LIBRARY");
        form.put("primary", "#123456");
        form.put("welcome", "云州欢迎您。");
        assertThat(one.submit(settings, form).body()).contains("设置已保存");
        assertThat(new Browser().open("/" + tenant.slug()).body()).contains("云州欢迎您。");
        assertThat(new Browser().open("/" + tenant.slug() + "/theme.css").body())
                .contains("#123456");

        form.put("name", "云州市地方金融管理局");
        HttpResponse<String> late = other.submit(settings, form);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("刚被别人改过", "云州市地方金融管理局");
        form.put("primary", "#ffee00");
        form.put("revision", BureauFixture.revision(late));
        form.put("suggestions", "一个问题？");
        HttpResponse<String> wrong = other.submit(settings, form);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("对比度", "6 至 8 个", "云州市地方金融管理局");
        assertThat(rows("SELECT detail FROM audit_entry WHERE tenant_id = " + tenant.id()
                        + " AND action = 'tenant.configure'"))
                .singleElement()
                .asString()
                .contains("primary: #0b5394 -> #123456", "switchedOff: [] ->", "ASSISTANT", "REGISTRATION");
    }

    @Test
    void what_is_switched_off_is_not_offered_and_not_answered() {
        Tenant tenant = opened(aSlug());
        String slug = tenant.slug();
        Browser director = BureauFixture.signedIn(tenant, "one", Role.DIRECTOR);
        Map<String, String> form = BureauFixture.form(slug);
        form.put("revision", BureauFixture.revision(director.open("/" + slug + "/console/settings")));
        assertThat(director.submit("/" + slug + "/console/settings", form).body())
                .contains("设置已保存");
        Browser anybody = new Browser();
        assertThat(anybody.open("/" + slug + "/ask").statusCode()).isEqualTo(403);
        assertThat(anybody.open("/" + slug + "/ask").body()).contains("暂未开放智能问答");
        assertThat(anybody.submit("/" + slug + "/ask", Map.of("question", "补贴多少"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(anybody.open("/api/v1/" + slug + "/ask").statusCode()).isIn(403, 405);
        assertThat(anybody.open("/" + slug).body()).doesNotContain("href=\"/" + slug + "/ask\"");
        assertThat(anybody.open("/" + slug + "/policies").body()).contains("登录").doesNotContain("搜索");
        assertThat(anybody.open("/api/v1/" + slug + "/policies").statusCode()).isEqualTo(401);
        assertThat(director.open("/" + slug + "/policies").statusCode()).isEqualTo(200);
    }

    @Test
    void the_calendar_is_read_from_a_table_and_wrong_lines_are_named() {
        Tenant tenant = opened(aSlug());
        String page = "/" + tenant.slug() + "/console/settings/calendar";
        Browser director = BureauFixture.signedIn(tenant, "one", Role.DIRECTOR);
        HttpResponse<String> wrong = director.submit(
                page,
                Map.of("seen", "date,working,remark\n", "days", "2030-02-30,否,示例\n2030-02-01,也许,示例\n2030-02-04,否"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("第 1 行", "2030-02-30", "第 2 行", "也许").doesNotContain("第 3 行");
        assertThat(director.submit(
                                page,
                                Map.of(
                                        "seen",
                                        "date,working,remark\n",
                                        "days",
                                        "date,working,remark\n2030-02-04,否,=示例节\n2030-02-02,是,调休\n"))
                        .body())
                .contains("工作日历已保存", "2030年2月4日", "=示例节");
        assertThat(bean(Calendars.class).of(tenant).addWorkingDays(LocalDate.of(2030, 2, 1), 2))
                .isEqualTo(LocalDate.of(2030, 2, 5));
        assertThat(director.submit(page, Map.of("seen", "date,working,remark\n", "days", ""))
                        .statusCode())
                .isEqualTo(409);
        assertThat(bean(Calendars.class).days(TestServer.get().aBureau())).isEmpty();
    }
}
