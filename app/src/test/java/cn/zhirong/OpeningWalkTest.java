package cn.zhirong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.knowledge.IndexFollower;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.ChromiumWalk;
import cn.zhirong.testing.TestServer;
import cn.zhirong.testing.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the platform's page to the first answered question of a new bureau, in a browser, by the people who would do it. */
class OpeningWalkTest extends ChromiumWalk {
    private static final String TEXT = """
            # 云州市知识产权保险补贴办法

            云金〔2026〕%d号

            第一条　为减轻企业投保负担，制定本办法。

            第二条　知识产权保险按照保费的45%%给予补贴，每家企业每年不超过2万元。

            第三条　本办法自2026年3月1日起施行。
            """;

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void a_bureau_is_opened_set_up_filled_and_asked(int width) throws IOException {
        TestServer server = TestServer.get();
        String slug = "opened-" + width;
        long began = System.nanoTime();
        String link;
        String officer;
        String reviewer;
        try (Visit visit = signedIn(operator("walk-" + width), width)) {
            visit.open("/platform").looksRight("tenants");
            visit.page().getByText("新建租户").first().click();
            visit.looksRight("opening");
            visit.page().fill("[name=slug]", "Not A Slug");
            visit.refused(
                    400,
                    () -> visit.page().locator("form.form button[type=submit]").click());
            visit.page().locator(".error-summary").waitFor();
            visit.looksRight("opening with problems");
            visit.page().fill("[name=slug]", slug);
            visit.page().fill("[name=name]", "云州市金融工作局");
            visit.page().fill("[name=shortName]", "云州金融");
            visit.page().fill("[name=regionName]", "示例省云州市");
            visit.page().fill("[name=phone]", "0000-1234567");
            visit.page().fill("[name=directorName]", "周局长");
            visit.page().locator("form.form button[type=submit]").click();
            visit.page().locator("#setup-link").waitFor();
            visit.looksRight("opened");
            link = visit.page().locator("#setup-link").innerText().strip();
            visit.open("/platform/bureaus/" + slug).looksRight("a tenant");
        }
        try (Visit visit = chromium.visit(server.url(), width, true)) {
            visit.page().navigate(link);
            setPassword(visit);
            visit.page().waitForURL("**/console/settings");
            visit.looksRight("settings");
            visit.page().fill("[name=welcome]", "您好，请问想了解哪项政策？");
            visit.page().locator("form.form button[type=submit]").first().click();
            visit.page().getByText("设置已保存").waitFor();
            for (String page : new String[] {"settings/calendar", "settings/letters", "leave"}) {
                visit.open("/" + slug + "/console/" + page).looksRight(page);
            }
            officer = invited(visit, slug, "officer", "陈经办", Role.OFFICER);
            visit.looksRight("invited");
            reviewer = invited(visit, slug, "reviewer", "李复核", Role.REVIEWER);
            visit.open("/" + slug + "/console/people").looksRight("people");
        }
        String draft;
        try (Visit visit = signedIn(officer, width)) {
            Path file = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "opening")
                    .resolve("保险补贴办法.md");
            Files.writeString(file, TEXT.formatted(width));
            visit.open("/" + slug + "/console/policies/upload");
            visit.page().setInputFiles("input[type=file]", file);
            visit.page().locator("main form[enctype] button").first().click();
            visit.page().waitForURL(url -> url.matches(".*/console/policies/[0-9]+.*"));
            draft = visit.path();
        }
        try (Visit visit = signedIn(reviewer, width)) {
            visit.open(draft);
            visit.page().locator("form[action$=publication] button").first().click();
            visit.page().getByText("已发布，读者现在可以看到").waitFor();
        }
        server.bean(IndexFollower.class).catchUp();
        try (Visit visit = chromium.visit(server.url(), width, true)) {
            visit.open("/" + slug).looksRight("home of a new bureau");
            assertThat(visit.page().locator("main").innerText()).contains("请问想了解哪项政策");
            visit.ask("知识产权保险补贴多少？");
            visit.awaitAnswer();
            assertThat(visit.answer().innerText()).contains("45%");
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.err.println("a bureau was opened and answered its first question in " + took.toMillis() / 1000.0 + " s");
        assertThat(took).isLessThan(Duration.ofMinutes(5));
    }

    /** Invites somebody and gives the link that the page shows once. */
    private static String invited(Visit visit, String slug, String username, String name, Role role) {
        visit.open("/" + slug + "/console/people/new");
        visit.page().fill("[name=name]", name);
        visit.page().fill("[name=username]", username);
        visit.page().selectOption("[name=role]", role.name());
        visit.page().getByText("生成登录链接").click();
        visit.page().locator("#new-link").waitFor();
        return visit.page().locator("#new-link").innerText().strip().replaceFirst("^https?://[^/]+", "");
    }

    /** The link of a new platform operator. */
    private static String operator(String username) {
        Accounts accounts = TestServer.get().bean(Accounts.class);
        Tenant platform = TestServer.get().bean(Tenants.class).platform();
        Person person = accounts.create(platform, username, username, Role.PLATFORM_OPERATOR);
        return "/platform/sign-in?token=" + accounts.issue(person, CredentialKind.LINK);
    }

    private static void setPassword(Visit visit) {
        visit.page().fill("input[name=password]", Browser.PASSWORD);
        visit.page().fill("input[name=repeat]", Browser.PASSWORD);
        visit.page().getByText("设置密码并登录").click();
    }

    private static Visit signedIn(String link, int width) {
        Visit visit = chromium.visit(TestServer.get().url(), width, true);
        visit.open(link);
        setPassword(visit);
        visit.page().waitForURL(url -> !url.contains("/sign-in"));
        return visit;
    }
}
