package cn.zhirong.isolation;

import static cn.zhirong.policy.PolicyFixture.aNumber;
import static cn.zhirong.policy.PolicyFixture.measure;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.OrganisationKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
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
import cn.zhirong.testing.Patience;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A bureau with one person of every role and one of every {@link Thing}, all made by way of the product itself. */
final class City {
    private static final TestServer SERVER = TestServer.get();
    private static final Pattern LAST_NUMBER = Pattern.compile("/([0-9]+)(?:[?#].*)?$");
    private static final Pattern EXPORT = Pattern.compile("/console/leave/exports/([0-9]+)");
    static final Pattern CONVERSATION = Pattern.compile("/ask/([0-9a-f]{32})");

    private final Tenant tenant;
    private final String word;
    /** One browser has been everywhere: its mark says nothing about whose conversation it is. */
    private static final String MARK = Secrets.random();

    private final Map<Role, Person> people = new EnumMap<>(Role.class);
    private final Map<Role, String> sessions = new EnumMap<>(Role.class);
    private final String disabled;
    private String clause = "";
    private @Nullable SubsidyVisit subsidies;
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
        for (Role member : List.of(Role.ENTERPRISE_OWNER, Role.ENTERPRISE_ASSISTANT)) {
            SERVER.bean(Consents.class).give(tenant, person(member));
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
        make(Thing.COUNTERPART);
        make(Thing.LETTER);
        make(Thing.NOTICE);
        make(Thing.REQUEST);
        make(Thing.FIRM);
        make(Thing.FIRM_FACT);
        make(Thing.FIRM_ITEM);
        make(Thing.DECLARED_ITEM);
        make(Thing.FIRM_TABLE);
        make(Thing.PROGRAMME);
        make(Thing.RULE_PROGRAMME);
        make(Thing.RULE);
        make(Thing.RULE_CASE);
        make(Thing.RULE_TRIAL);
        make(Thing.RATE_ENTRY);
        make(Thing.PROGRAMME_DRAFT);
        make(Thing.APPLICATION);
        make(Thing.BATCH);
        make(Thing.PUBLIC_NOTICE);
        make(Thing.COMPLAINT);
        make(Thing.DISBURSEMENT);
        make(Thing.SAMPLE);
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
            case COUNTERPART ->
                things.put(thing, String.valueOf(Companion.make().linkedTo(tenant, person(Role.BANK_MANAGER))));
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
            case FIRM, FIRM_FACT, FIRM_ITEM, DECLARED_ITEM, FIRM_TABLE ->
                things.put(thing, new FirmVisit(this).made(thing));
            case RULE_PROGRAMME, RULE, RULE_CASE, RULE_TRIAL, RATE_ENTRY, PROGRAMME_DRAFT -> {
                things.put(thing, new RuleVisit(this).made(thing));
                if (thing == Thing.RULE && things.containsKey(Thing.RULE_CASE)) {
                    make(Thing.RULE_CASE);
                    make(Thing.RULE_TRIAL);
                }
            }
            case SAMPLE, SAMPLE_ROW -> {
                things.put(Thing.SAMPLE, subsidies().made(Thing.SAMPLE));
                things.put(Thing.SAMPLE_ROW, subsidies().sampled(get(Thing.SAMPLE)));
            }
            case PROGRAMME, BATCH, PUBLIC_NOTICE, COMPLAINT, DISBURSEMENT ->
                things.put(thing, subsidies().made(thing));
            case APPLICATION, MATERIAL -> {
                things.put(Thing.APPLICATION, subsidies().made(Thing.APPLICATION));
                things.put(Thing.MATERIAL, subsidies().material(get(Thing.APPLICATION)));
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

    SubsidyVisit subsidies() {
        if (subsidies == null) {
            subsidies = new SubsidyVisit(this);
        }
        return subsidies;
    }

    /** The number of the export, when it is ready. */
    String exported() {
        Matcher ready = EXPORT.matcher("");
        Patience.until(
                "the export of " + slug() + " is ready",
                () -> ready.reset(Walker.get("/" + slug() + "/console/leave", cookies(Role.DIRECTOR))
                                .body())
                        .find());
        return ready.group(1);
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

    void sql(String sql, String parameter) {
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
        new BusyDay(this).all();
        signInAgain();
    }

    Person person(Role role) {
        return Objects.requireNonNull(people.get(role));
    }

    HttpResponse<String> officer(String path, Map<String, String> form) {
        return Walker.post(path, cookies(Role.OFFICER), form);
    }

    HttpResponse<String> officer(String path) {
        return Walker.get("/" + slug() + path, cookies(Role.OFFICER));
    }

    private String made(String path, Map<String, String> form) {
        return found(LAST_NUMBER, location(Walker.post("/" + slug() + path, cookies(Role.OFFICER), form)));
    }

    static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response + " " + response.body()));
    }

    static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in: " + text);
        }
        return matcher.group(1);
    }
}
