package cn.zhirong.isolation;

import static cn.zhirong.policy.PolicyFixture.aNumber;
import static cn.zhirong.policy.PolicyFixture.measure;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.AppOnAPhone;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.access.SecondFactors;
import cn.zhirong.access.Secrets;
import cn.zhirong.knowledge.IndexFollower;
import cn.zhirong.policy.PolicyFixture;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.Patience;
import cn.zhirong.testing.TestServer;
import java.util.Map;
import java.util.regex.Pattern;

/** A day of work in a {@link City} beside what the walk sends. */
final class BusyDay {
    private static final TestServer SERVER = TestServer.get();

    private final City city;

    BusyDay(City city) {
        this.city = city;
    }

    /** What happens in a bureau beside what the walk sends: it leaves rows that only some statements look for. */
    void all() {
        String passage =
                "/" + city.slug() + "/console/passages/" + city.get(Thing.VERSION) + "/" + city.get(Thing.PASSAGE);
        city.officer(passage, Map.of("act", "off", "text", "重复。"));
        PolicyFixture.published(
                city.tenant(), measure(aNumber(), city.word() + "《" + city.word() + "旧办法》（云金〔2020〕1号）同时废止。"));
        SERVER.bean(IndexFollower.class).catchUp(city.tenant());
        city.officer("/console/passages");
        PolicyFixture.published(city.tenant(), measure("云金〔2020〕1号", city.word() + "旧办法" + Secrets.random() + "。"));
        city.officer(passage, Map.of("act", "restore"));
        String runs = "/" + city.slug() + "/console/hits/runs";
        city.officer(runs, Map.of());
        city.officer(runs, Map.of());
        Map<String, String> question = Map.of("question", city.word() + "怎样申请？");
        city.officer("/" + city.slug() + "/console/hits/questions", question);
        city.officer("/" + city.slug() + "/console/hits/questions", question);
        Map<String, String> asked = Map.of("question", city.word() + "养老金怎么领？", "form", Secrets.random());
        String conversation = City.found(
                City.CONVERSATION, City.location(Walker.post("/" + city.slug() + "/ask", city.visitor(), asked)));
        Walker.post("/" + city.slug() + "/ask", city.visitor(), asked);
        Walker.post(
                "/" + city.slug() + "/ask/" + conversation + "/turns/1/feedback",
                city.visitor(),
                Map.of("thumb", "down"));
        String unanswered = "/" + city.slug() + "/console/unanswered";
        String digest = City.found(
                Pattern.compile("name=\"question\" value=\"([0-9a-f]+)\""),
                city.officer("/console/unanswered").body());
        city.officer(unanswered + "/handling", Map.of("question", digest, "remark", "已答复。"));
        city.officer(unanswered + "/handling", Map.of("question", digest, "remark", "已电话答复。"));
        city.officer("/console/unanswered");
        city.officer("/" + city.slug() + "/account/data/deletion", Map.of("reason", city.word() + "不再任职。"));
        city.officer("/account/data");
        Companion.make().linkedBy(city.tenant(), city.person(Role.BANK_MANAGER));
        new FirmVisit(city).busyDay();
        city.subsidies().busyDay();
        new RuleVisit(city).busyDay();
        signingIn();
        directing();
    }

    /** What a director does besides; at last everything is taken out. */
    private void directing() {
        String director = city.cookies(Role.DIRECTOR);
        String console = "/" + city.slug() + "/console";
        String days = "2026-01-05,true," + city.word();
        Walker.post(console + "/settings/calendar", director, Map.of("days", days, "seen", ""));
        Walker.post(console + "/settings/calendar", director, Map.of("days", days + "一", "seen", days));
        Map<String, String> letter = Map.of("subject", city.word() + "邀请", "body", "{{链接}}");
        String letters = console + "/settings/letters/account.invitation";
        city.sql("DELETE FROM letter_text WHERE tenant_id = ? AND kind = ?", "account.invitation");
        Walker.post(letters, director, letter);
        Walker.post(
                letters,
                director,
                Map.of(
                        "subject",
                        city.word(),
                        "body",
                        "{{链接}}",
                        "seenSubject",
                        city.word() + "邀请",
                        "seenBody",
                        "{{链接}}"));
        IdentityVisit.linked(city.tenant(), city.cookies(Role.OFFICER), city.word())
                .removed(director);
        city.make(Thing.ENTERPRISE);
        city.officer(console + "/registrations/" + city.get(Thing.ENTERPRISE) + "/transfer-code", Map.of());
        city.officer(console + "/registrations/" + city.get(Thing.ENTERPRISE) + "/transfer-code", Map.of());
        city.sql(
                "REPLACE INTO organisation_code SELECT o.tenant_id, o.id, ?, 'system', o.created_at, '2100-01-01', 5"
                        + " FROM organisation o JOIN account a ON a.tenant_id = o.tenant_id AND a.organisation_id = o.id"
                        + " WHERE a.role = 'ENTERPRISE_OWNER' AND o.tenant_id = ?",
                Secrets.digest(city.tenant().id() + "/"
                        + city.person(Role.ENTERPRISE_OWNER).organisationId() + "/000000"));
        Walker.post(
                "/" + city.slug() + "/enterprise/code", city.cookies(Role.ENTERPRISE_OWNER), Map.of("code", "000000"));
        city.make(Thing.ACCOUNT);
        Accounts accounts = SERVER.bean(Accounts.class);
        Person colleague = accounts.find(city.tenant(), Long.parseLong(city.get(Thing.ACCOUNT)))
                .orElseThrow()
                .person();
        accounts.issue(colleague, CredentialKind.TOKEN);
        accounts.issue(colleague, CredentialKind.LINK);
        Walker.post(console + "/people/" + city.get(Thing.ACCOUNT) + "/disable", director, Map.of());
        city.make(Thing.ACCOUNT);
        accounts.issue(
                accounts.find(city.tenant(), Long.parseLong(city.get(Thing.ACCOUNT)))
                        .orElseThrow()
                        .person(),
                CredentialKind.LINK);
        city.sql(
                "REPLACE INTO recovery_code SELECT tenant_id, id, ? FROM account WHERE tenant_id = ? AND username = 'officer'",
                Secrets.digest(city.word()));
        city.sql("UPDATE policy SET code = ? WHERE tenant_id = ? ORDER BY id LIMIT 1", "walk");
        Walker.post(
                console + "/leave/deletion",
                director,
                Map.of(
                        "reason",
                        city.word() + "不再使用",
                        "name",
                        city.tenant().profile().name()));
        Walker.get(console + "/leave", director);
        Walker.post(console + "/leave/exports", director, Map.of());
        Patience.until(
                "the export has ended",
                () -> !Walker.get(console + "/leave", director).body().contains("正在生成"));
        city.exported();
        Walker.post(console + "/leave/deletion/cancellation", director, Map.of());
    }

    /** An auditor's way in: the link, the password, the second factor, and out again. */
    private void signingIn() {
        Person auditor = city.person(Role.AUDITOR);
        SecondFactors factors = SERVER.bean(SecondFactors.class);
        String link = SERVER.bean(Accounts.class).issue(auditor, CredentialKind.LINK);
        Browser browser = new Browser();
        browser.submit("/" + city.slug() + "/sign-in", Browser.byLink(link));
        String page = "/" + city.slug() + "/account/second-factor";
        browser.submit(page, Map.of("return", ""));
        browser.submit(page, Map.of("return", ""));
        String key = factors.pending(city.tenant(), auditor).orElseThrow().key();
        browser.submit(page, Map.of("code", AppOnAPhone.code(key, -1)));
        browser.open(page);
        IdentityVisit visit = IdentityVisit.linked(city.tenant(), city.cookies(Role.OFFICER), city.word());
        visit.signIn();
        city.officer(
                "/" + city.slug() + "/account/identities/" + visit.link(city.cookies(Role.OFFICER)) + "/removal",
                Map.of());
        Browser other = new Browser();
        Map<String, String> password = Map.of("username", auditor.username(), "password", Browser.PASSWORD);
        other.submit("/" + city.slug() + "/sign-in", password);
        other.submit("/" + city.slug() + "/sign-in/code", Map.of("code", AppOnAPhone.code(key, 0)));
        String code = factors.renewCodes(city.tenant(), auditor).getFirst();
        browser.submit(page + "/remove", Map.of("code", code));
        String changed = "换成另一句话 " + Secrets.random();
        browser.submit(
                "/" + city.slug() + "/account/password",
                Map.of("old", Browser.PASSWORD, "password", changed, "repeat", changed));
        SERVER.bean(Accounts.class).issue(auditor, CredentialKind.LINK);
        SERVER.bean(Accounts.class).issue(auditor, CredentialKind.LINK);
        browser.submit("/" + city.slug() + "/sign-out", Map.of("walk", "1"));
        // More guesses than are looked at.
        for (int n = 0; n < 12; n++) {
            city.officer(page + "/remove", Map.of("code", "000000"));
        }
    }
}
