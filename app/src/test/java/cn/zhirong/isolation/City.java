package cn.zhirong.isolation;

import static cn.zhirong.policy.PolicyFixture.aNumber;
import static cn.zhirong.policy.PolicyFixture.measure;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.AppOnAPhone;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.OrganisationKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.access.SecondFactors;
import cn.zhirong.access.Secrets;
import cn.zhirong.access.Sessions;
import cn.zhirong.access.Tokens;
import cn.zhirong.knowledge.IndexFollower;
import cn.zhirong.notice.Inbox;
import cn.zhirong.notice.Outbox;
import cn.zhirong.policy.PolicyFixture;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.privacy.Consents;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bureau with one person of every role and one of every {@link Thing}, all made by way of the product itself. */
final class City {
    private static final TestServer SERVER = TestServer.get();
    private static final Pattern LAST_NUMBER = Pattern.compile("/([0-9]+)(?:[?#].*)?$");
    private static final Pattern EXPORT = Pattern.compile("/console/leave/exports/([0-9]+)");
    private static final Pattern CONVERSATION = Pattern.compile("/ask/([0-9a-f]{32})");

    private final Tenant tenant;
    private final String word;
    /** One browser has been everywhere: its mark says nothing about whose conversation it is. */
    private static final String MARK = Secrets.random();

    private final Map<Role, Person> people = new EnumMap<>(Role.class);
    private final Map<Role, String> sessions = new EnumMap<>(Role.class);
    private final String disabled;
    private String clause = "";
    private final Map<Thing, String> things = new EnumMap<>(Thing.class);

    /** @param word stands in everything that this bureau holds and nowhere else */
    City(String word) {
        this.word = word;
        tenant = SERVER.aBureau();
        Accounts accounts = SERVER.bean(Accounts.class);
        Map<OrganisationKind, Long> partners = new EnumMap<>(OrganisationKind.class);
        for (Role role : Role.values()) {
            if (role != Role.PLATFORM_OPERATOR) {
                String name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
                Long organisation = role.organisation() == null
                        ? null
                        : partners.computeIfAbsent(role.organisation(), kind -> organisation(kind.name(), "VERIFIED"));
                people.put(
                        role, accounts.create(tenant, "system", name, word + role.label(), role, organisation, null));
            }
        }
        signInAgain();
        disabled = accounts.issue(accounts.create(tenant, "gone", word + "离职", Role.DIRECTOR), CredentialKind.SESSION);
        disable("gone");
        makeAll();
    }

    /** Makes one of everything. */
    void makeAll() {
        make(Thing.VERSION);
        make(Thing.DRAFT);
        make(Thing.QUESTION);
        make(Thing.RUN);
        make(Thing.CONVERSATION);
        make(Thing.SESSION);
        make(Thing.TOKEN);
        make(Thing.ACCOUNT);
        make(Thing.ASSISTANT);
        make(Thing.ENTERPRISE);
        make(Thing.EXPORT);
        make(Thing.BUREAU);
        make(Thing.IDENTITY_LINK);
        make(Thing.LETTER);
        make(Thing.NOTICE);
        make(Thing.REQUEST);
        SERVER.bean(Consents.class).give(tenant, person(Role.OFFICER));
    }

    Tenant tenant() {
        return tenant;
    }

    String slug() {
        return tenant.slug();
    }

    /** Stands in its documents only, and in no question: whoever sees it has seen a document. */
    String secret() {
        return word.substring(0, 2) + "暗香";
    }

    String word() {
        return word;
    }

    /** Signs everybody in, with new sessions. */
    void signInAgain() {
        people.forEach((role, person) ->
                sessions.put(role, SERVER.bean(Accounts.class).issue(person, CredentialKind.SESSION)));
    }

    /** Cookies of a director whose account was disabled after signing in. */
    String disabled() {
        return "zr_session=" + disabled + "; " + visitor();
    }

    /** Cookies of the person of this role, in the browser that asked this bureau's question. */
    String cookies(Role role) {
        return "zr_session=" + sessions.get(role) + "; " + visitor();
    }

    /** The cookie of that browser without anybody signed in. */
    String visitor() {
        return "zr_visitor=" + MARK;
    }

    /** The path of the clause that {@link Thing#QUESTION} should find. */
    String clause() {
        return clause;
    }

    String get(Thing thing) {
        return things.get(thing);
    }

    /** Makes another one, for requests that use it up. */
    void make(Thing thing) {
        switch (thing) {
            case POLICY, VERSION, PASSAGE -> {
                PolicyVersion version =
                        PolicyFixture.published(tenant, measure(aNumber(), word + "贴息比例为三成，" + secret() + "。"));
                SERVER.bean(IndexFollower.class).catchUp(tenant);
                things.put(Thing.POLICY, String.valueOf(version.policyId()));
                things.put(Thing.VERSION, String.valueOf(version.id()));
                String passages = officer("/console/passages/" + version.id()).body();
                things.put(
                        Thing.PASSAGE,
                        found(Pattern.compile("/console/passages/" + version.id() + "/([0-9a-zA-Z]+)"), passages));
                if (things.containsKey(Thing.QUESTION)) {
                    make(Thing.QUESTION);
                }
            }
            case DRAFT, DRAFT_POLICY -> {
                PolicyVersion draft = PolicyFixture.draft(tenant, measure(aNumber(), word + "贴息比例为四成。"));
                things.put(Thing.DRAFT, String.valueOf(draft.id()));
                things.put(Thing.DRAFT_POLICY, String.valueOf(draft.policyId()));
            }
            case QUESTION -> {
                things.put(
                        thing,
                        made("/console/hits/questions", Map.of("question", word + "贴息比例" + Secrets.random() + "？")));
                Walker.post(
                        "/" + slug() + "/console/hits/questions/" + get(thing) + "/clauses",
                        cookies(Role.OFFICER),
                        Map.of("shelf", slug(), "passage", get(Thing.PASSAGE)));
                clause = found(
                        Pattern.compile("name=\"path\" value=\"([^\"]*)\""),
                        officer("/console/hits/questions/" + get(thing)).body());
            }
            case RUN ->
                things.put(thing, made("/console/hits/settings", Map.of("synonyms", word + "=贴息", "meaning", "75")));
            case SESSION -> {
                Person officer = person(Role.OFFICER);
                SERVER.bean(Accounts.class).issue(officer, CredentialKind.SESSION);
                long id = SERVER.bean(Sessions.class)
                        .of(tenant, officer)
                        .getFirst()
                        .id();
                things.put(thing, String.valueOf(id));
            }
            case TOKEN -> {
                Person officer = person(Role.OFFICER);
                SERVER.bean(Accounts.class).issue(officer, CredentialKind.TOKEN);
                things.put(
                        thing,
                        String.valueOf(SERVER.bean(Tokens.class)
                                .of(tenant, officer)
                                .getFirst()
                                .id()));
            }
            case ACCOUNT -> {
                Person person =
                        SERVER.bean(Accounts.class).create(tenant, "a" + Secrets.random(), word + "同事", Role.OFFICER);
                things.put(thing, String.valueOf(person.accountId()));
            }
            case ASSISTANT -> {
                Person person = SERVER.bean(Accounts.class)
                        .create(
                                tenant,
                                "system",
                                "a" + Secrets.random(),
                                word + "会计",
                                Role.ENTERPRISE_ASSISTANT,
                                person(Role.ENTERPRISE_OWNER).organisationId(),
                                null);
                things.put(thing, String.valueOf(person.accountId()));
            }
            case ENTERPRISE -> things.put(thing, String.valueOf(organisation("ENTERPRISE", "PENDING")));
            case EXPORT -> {
                Walker.post("/" + slug() + "/console/leave/exports", cookies(Role.DIRECTOR), Map.of());
                things.put(thing, exported());
            }
            case IDENTITY_PROVIDER, IDENTITY_LINK -> {
                IdentityVisit visit = IdentityVisit.linked(tenant, cookies(Role.OFFICER), word);
                things.put(Thing.IDENTITY_PROVIDER, String.valueOf(visit.provider()));
                things.put(Thing.IDENTITY_LINK, visit.link(cookies(Role.OFFICER)));
            }
            case BUREAU -> things.put(thing, SERVER.aBureau().slug());
            case LETTER -> {
                String cause = Secrets.random();
                SERVER.bean(Outbox.class)
                        .write(tenant, cause, word + "@example.cn", "privacy.answered", Map.of("答复", word));
                sql("UPDATE outbox_letter SET state = 'HELD' WHERE tenant_id = ? AND cause = ?", Secrets.digest(cause));
                things.put(
                        thing,
                        found(
                                Pattern.compile("/console/outbox/([0-9]+)/retry"),
                                Walker.get("/" + slug() + "/console/outbox", cookies(Role.DIRECTOR))
                                        .body()));
            }
            case NOTICE -> {
                SERVER.bean(Inbox.class)
                        .tell(
                                tenant,
                                people.get(Role.OFFICER).accountId(),
                                Secrets.random(),
                                "privacy.answered",
                                Map.of("答复", word),
                                "");
                things.put(
                        thing,
                        found(
                                Pattern.compile("/account/inbox/([0-9]+)/reading"),
                                officer("/account/inbox").body()));
            }
            case REQUEST -> things.put(thing, String.valueOf(Leaver.asks(SERVER, tenant, word)));
            case CONVERSATION -> {
                HttpResponse<String> asked = Walker.post(
                        "/" + slug() + "/ask",
                        visitor(),
                        Map.of("question", word + "贴息比例是多少？", "form", Secrets.random(), "live", "1"));
                things.put(thing, found(CONVERSATION, location(asked)));
            }
        }
    }

    /** The number of the export, when it is ready. */
    private String exported() {
        for (int tries = 0; tries < 300; tries++) {
            Matcher ready = EXPORT.matcher(Walker.get("/" + slug() + "/console/leave", cookies(Role.DIRECTOR))
                    .body());
            if (ready.find()) {
                return ready.group(1);
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("no export of " + slug());
    }

    /** An organisation of this bureau, past the forms. */
    private long organisation(String kind, String state) {
        try (Connection connection = SERVER.connection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO organisation (tenant_id, kind, name, state, created_by, created_at)"
                                + " VALUES (?, ?, ?, ?, 'system', '2026-01-05 08:00:00')",
                        Statement.RETURN_GENERATED_KEYS)) {
            insert.setLong(1, tenant.id());
            insert.setString(2, kind);
            insert.setString(3, word + "机构");
            insert.setString(4, state);
            insert.executeUpdate();
            try (ResultSet key = insert.getGeneratedKeys()) {
                key.next();
                return key.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void disable(String username) {
        sql("UPDATE account SET disabled = TRUE WHERE tenant_id = ? AND username = ?", username);
    }

    private void sql(String sql, String parameter) {
        try (Connection connection = SERVER.connection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            boolean tenantFirst = sql.indexOf("tenant_id = ?") < sql.indexOf('?');
            update.setLong(tenantFirst ? 1 : 2, tenant.id());
            update.setString(tenantFirst ? 2 : 1, parameter);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What happens in a bureau beside what the walk sends: it leaves rows that only some statements look for. */
    void busyDay() {
        String passage = "/" + slug() + "/console/passages/" + get(Thing.VERSION) + "/" + get(Thing.PASSAGE);
        officer(passage, Map.of("act", "off", "text", "重复。"));
        PolicyFixture.published(tenant, measure(aNumber(), word + "《" + word + "旧办法》（云金〔2020〕1号）同时废止。"));
        SERVER.bean(IndexFollower.class).catchUp(tenant);
        officer("/console/passages");
        PolicyFixture.published(tenant, measure("云金〔2020〕1号", word + "旧办法" + Secrets.random() + "。"));
        officer(passage, Map.of("act", "restore"));
        String runs = "/" + slug() + "/console/hits/runs";
        officer(runs, Map.of());
        officer(runs, Map.of());
        Map<String, String> question = Map.of("question", word + "怎样申请？");
        officer("/" + slug() + "/console/hits/questions", question);
        officer("/" + slug() + "/console/hits/questions", question);
        Map<String, String> asked = Map.of("question", word + "养老金怎么领？", "form", Secrets.random());
        String conversation = found(CONVERSATION, location(Walker.post("/" + slug() + "/ask", visitor(), asked)));
        Walker.post("/" + slug() + "/ask", visitor(), asked);
        Walker.post("/" + slug() + "/ask/" + conversation + "/turns/1/feedback", visitor(), Map.of("thumb", "down"));
        String unanswered = "/" + slug() + "/console/unanswered";
        String digest = found(
                Pattern.compile("name=\"question\" value=\"([0-9a-f]+)\""),
                officer("/console/unanswered").body());
        officer(unanswered + "/handling", Map.of("question", digest, "remark", "已答复。"));
        officer(unanswered + "/handling", Map.of("question", digest, "remark", "已电话答复。"));
        officer("/console/unanswered");
        officer("/" + slug() + "/account/data/deletion", Map.of("reason", word + "不再任职。"));
        officer("/account/data");
        signingIn();
        directing();
    }

    /** What a director does besides; at last everything is taken out. */
    private void directing() {
        String director = cookies(Role.DIRECTOR);
        String console = "/" + slug() + "/console";
        String days = "2026-01-05,true," + word;
        Walker.post(console + "/settings/calendar", director, Map.of("days", days, "seen", ""));
        Walker.post(console + "/settings/calendar", director, Map.of("days", days + "一", "seen", days));
        Map<String, String> letter = Map.of("subject", word + "邀请", "body", "{{链接}}");
        String letters = console + "/settings/letters/account.invitation";
        sql("DELETE FROM letter_text WHERE tenant_id = ? AND kind = ?", "account.invitation");
        Walker.post(letters, director, letter);
        Walker.post(
                letters,
                director,
                Map.of("subject", word, "body", "{{链接}}", "seenSubject", word + "邀请", "seenBody", "{{链接}}"));
        make(Thing.ENTERPRISE);
        officer(console + "/registrations/" + get(Thing.ENTERPRISE) + "/transfer-code", Map.of());
        officer(console + "/registrations/" + get(Thing.ENTERPRISE) + "/transfer-code", Map.of());
        sql(
                "REPLACE INTO organisation_code SELECT o.tenant_id, o.id, ?, 'system', o.created_at, '2100-01-01', 5"
                        + " FROM organisation o JOIN account a ON a.tenant_id = o.tenant_id AND a.organisation_id = o.id"
                        + " WHERE a.role = 'ENTERPRISE_OWNER' AND o.tenant_id = ?",
                Secrets.digest(tenant.id() + "/" + person(Role.ENTERPRISE_OWNER).organisationId() + "/000000"));
        Walker.post("/" + slug() + "/enterprise/code", cookies(Role.ENTERPRISE_OWNER), Map.of("code", "000000"));
        make(Thing.ACCOUNT);
        Accounts accounts = SERVER.bean(Accounts.class);
        Person colleague = accounts.find(tenant, Long.parseLong(get(Thing.ACCOUNT)))
                .orElseThrow()
                .person();
        accounts.issue(colleague, CredentialKind.TOKEN);
        accounts.issue(colleague, CredentialKind.LINK);
        Walker.post(console + "/people/" + get(Thing.ACCOUNT) + "/disable", director, Map.of());
        make(Thing.ACCOUNT);
        accounts.issue(
                accounts.find(tenant, Long.parseLong(get(Thing.ACCOUNT)))
                        .orElseThrow()
                        .person(),
                CredentialKind.LINK);
        sql(
                "REPLACE INTO recovery_code SELECT tenant_id, id, ? FROM account WHERE tenant_id = ? AND username = 'officer'",
                Secrets.digest(word));
        sql("UPDATE policy SET code = ? WHERE tenant_id = ? ORDER BY id LIMIT 1", "walk");
        Walker.post(
                console + "/leave/deletion",
                director,
                Map.of("reason", word + "不再使用", "name", tenant.profile().name()));
        Walker.get(console + "/leave", director);
        Walker.post(console + "/leave/exports", director, Map.of());
        LockSupport.parkNanos(2_000_000_000);
        exported();
        Walker.post(console + "/leave/deletion/cancellation", director, Map.of());
    }

    /** An auditor's way in: the link, the password, the second factor, and out again. */
    private void signingIn() {
        Person auditor = person(Role.AUDITOR);
        SecondFactors factors = SERVER.bean(SecondFactors.class);
        String link = SERVER.bean(Accounts.class).issue(auditor, CredentialKind.LINK);
        Browser browser = new Browser();
        browser.submit("/" + slug() + "/sign-in", Browser.byLink(link));
        String page = "/" + slug() + "/account/second-factor";
        browser.submit(page, Map.of("return", ""));
        browser.submit(page, Map.of("return", ""));
        String key = factors.pending(tenant, auditor).orElseThrow().key();
        browser.submit(page, Map.of("code", AppOnAPhone.code(key, -1)));
        browser.open(page);
        IdentityVisit visit = IdentityVisit.linked(tenant, cookies(Role.OFFICER), word);
        visit.signIn();
        officer("/" + slug() + "/account/identities/" + visit.link(cookies(Role.OFFICER)) + "/removal", Map.of());
        Browser other = new Browser();
        Map<String, String> password = Map.of("username", auditor.username(), "password", Browser.PASSWORD);
        other.submit("/" + slug() + "/sign-in", password);
        other.submit("/" + slug() + "/sign-in/code", Map.of("code", AppOnAPhone.code(key, 0)));
        String code = factors.renewCodes(tenant, auditor).getFirst();
        browser.submit(page + "/remove", Map.of("code", code));
        String changed = "换成另一句话 " + Secrets.random();
        browser.submit(
                "/" + slug() + "/account/password",
                Map.of("old", Browser.PASSWORD, "password", changed, "repeat", changed));
        SERVER.bean(Accounts.class).issue(auditor, CredentialKind.LINK);
        SERVER.bean(Accounts.class).issue(auditor, CredentialKind.LINK);
        browser.submit("/" + slug() + "/sign-out", Map.of("walk", "1"));
        // More guesses than are looked at.
        for (int n = 0; n < 12; n++) {
            officer(page + "/remove", Map.of("code", "000000"));
        }
    }

    private Person person(Role role) {
        return Objects.requireNonNull(people.get(role));
    }

    private HttpResponse<String> officer(String path, Map<String, String> form) {
        return Walker.post(path, cookies(Role.OFFICER), form);
    }

    private HttpResponse<String> officer(String path) {
        return Walker.get("/" + slug() + path, cookies(Role.OFFICER));
    }

    private String made(String path, Map<String, String> form) {
        return found(LAST_NUMBER, location(Walker.post("/" + slug() + path, cookies(Role.OFFICER), form)));
    }

    private static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response + " " + response.body()));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in: " + text);
        }
        return matcher.group(1);
    }
}
