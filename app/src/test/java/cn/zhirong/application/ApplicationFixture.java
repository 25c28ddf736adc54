package cn.zhirong.application;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.kernel.CreditCode;
import cn.zhirong.kernel.Csv;
import cn.zhirong.privacy.Consents;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bureau that pays half of the interest of loans, at most 20万元 a year and firm, and 1万元 to every firm that is registered here
 * without asking (免申即享).
 */
public final class ApplicationFixture {
    static final ZonedToday TODAY = new ZonedToday();

    private static final String RULE = """
            rule: interest
            name: 贷款贴息
            policy: measure
            title: 贴息办法
            version: 示例〔2026〕1号
            effective-from: 2026-01-01
            rounding: down
            each: loans
            conditions:
              - fact: registered-here
                is: true
                provision: 第三条
              - judged: business-use
                provision: 第四条
            item-conditions:
              - field: other-subsidy
                is: false
                provision: 第五条
            benefits:
              - id: interest
                label: 贴息
                to: enterprise
                amount:
                  share: 50%
                  of: {field: interest-paid}
                provision: 第六条
            caps:
              - per: year
                at-most: 20万元
                provision: 第七条
            """;
    private static final String AUTOMATIC_RULE = """
            rule: welcome
            name: 落户奖励
            policy: measure
            title: 贴息办法
            version: 示例〔2026〕1号
            effective-from: 2026-01-01
            rounding: down
            conditions:
              - fact: registered-here
                is: true
                provision: 第八条
            benefits:
              - id: welcome
                label: 落户奖励
                to: enterprise
                amount: 1万元
                provision: 第八条
            """;
    private static final AtomicInteger NEXT = new AtomicInteger(1_000);

    private final TestServer server = TestServer.get();
    private final Accounts accounts = server.bean(Accounts.class);
    private final Map<Role, Browser> browsers = new HashMap<>();
    private final Map<Role, Person> colleagues = new HashMap<>();
    private final Map<String, Person> owners = new HashMap<>();
    final Tenant city;
    final long programme;
    final long automatic;

    /** Today in Shanghai. */
    static final class ZonedToday {
        LocalDate day() {
            return LocalDate.ofInstant(TestServer.get().bean(Clock.class).instant(), ZoneId.of("Asia/Shanghai"));
        }
    }

    public ApplicationFixture() {
        this(TestServer.get().aBureau(), "");
    }

    /** Gives an existing bureau the two programmes, with this at the end of their codes. */
    public ApplicationFixture(Tenant city, String suffix) {
        this.city = city;
        insert(
                "INSERT INTO subsidy_judged_fact (tenant_id, name, label) VALUES (?, 'business-use', '贷款用于生产经营')",
                city.id());
        programme = programme(
                "interest" + suffix,
                "贷款贴息（示例）" + suffix,
                "INTEREST",
                RULE.replace("rule: interest", "rule: interest" + suffix),
                false);
        automatic = programme(
                "welcome" + suffix,
                "落户奖励（示例）" + suffix,
                "OTHER",
                AUTOMATIC_RULE.replace("rule: welcome", "rule: welcome" + suffix),
                true);
    }

    private long programme(String code, String title, String kind, String rule, boolean automatic) {
        String content = """
                {"summary":"示例","audience":"企业","materials":[{"id":"contract","name":"借款合同","required":%s,"note":"","provision":""}],
                "windows":[],"contact":{"place":"示例","phone":"000"},"clocks":{"acceptance":5,"correction":10,"firstReview":15,
                "secondReview":10,"noticeDays":7,"objection":10,"payment":20},"rationing":"FIRST_COME","places":null,"automatic":%s,
                "announced":false,"illustrative":true,"note":""}""".formatted(!automatic, automatic);
        long id = insert(
                "INSERT INTO subsidy_programme (tenant_id, code, title, kind, policy, content, changed_by, changed_at)"
                        + " VALUES (?, ?, ?, ?, 'measure', ?, 'chen', '2026-01-05')",
                city.id(),
                code,
                title,
                kind,
                content);
        insert(
                "INSERT INTO subsidy_rule (tenant_id, programme_id, number, state, effective_from, content, created_by,"
                        + " created_at, changed_by, changed_at, published_by, published_at)"
                        + " VALUES (?, ?, 1, 'PUBLISHED', '2026-01-01', ?, 'chen', '2026-01-05', 'chen', '2026-01-05', 'li', '2026-01-05')",
                city.id(),
                id,
                rule);
        return id;
    }

    /** A programme of this kind with this rule; gives its key. */
    long programme(String code, String title, String kind, String rule) {
        return programme(code, title, kind, rule, false);
    }

    /** Another published version of a programme's rule, which decides what is under way too. */
    long newest(long programme, int number, String rule) {
        return insert(
                "INSERT INTO subsidy_rule (tenant_id, programme_id, number, state, effective_from, content, transition, created_by,"
                        + " created_at, changed_by, changed_at, published_by, published_at)"
                        + " VALUES (?, ?, ?, 'PUBLISHED', ?, ?, 'NEWEST', 'chen', '2026-01-05', 'chen', '2026-01-05', 'li', '2026-01-05')",
                city.id(),
                programme,
                number,
                TODAY.day(),
                rule);
    }

    /** The rule that pays every firm that is registered here. */
    static String automaticRule() {
        return AUTOMATIC_RULE;
    }

    /** The rule that pays half of the interest. */
    static String rule() {
        return RULE;
    }

    /** The key of the programme that firms apply for. */
    public long programme() {
        return programme;
    }

    /** The key of the programme that they get without asking. */
    public long automatic() {
        return automatic;
    }

    /** What may be spent on a programme this year. */
    public void budget(long programme, long yuan) {
        insert(
                "INSERT INTO subsidy_budget (tenant_id, programme_id, year, amount_fen) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE amount_fen = VALUES(amount_fen)",
                city.id(),
                programme,
                TODAY.day().getYear(),
                yuan * 100);
    }

    /** Somebody of the bureau, or of the finance office, signed in; always the same of a role. */
    Browser as(Role role) {
        return browsers.computeIfAbsent(role, key -> signIn(colleague(key)));
    }

    private Person colleague(Role role) {
        return colleagues.computeIfAbsent(role, key -> {
            Long organisation = key.organisation() == null
                    ? null
                    : organisation(key.organisation().name(), "财政局", null);
            return person(key.name().toLowerCase(Locale.ROOT), key, organisation);
        });
    }

    /** Another one. */
    Browser another(Role role) {
        return signIn(person(role.name().toLowerCase(Locale.ROOT) + NEXT.incrementAndGet(), role, null));
    }

    /** A verified firm of the register, registered here, with its owner signed in. */
    Browser firm(String name) {
        return signIn(owner(name, "he" + NEXT.incrementAndGet()));
    }

    /** A session of the same person for a window. */
    String session(Role role) {
        return accounts.issue(colleague(role), CredentialKind.SESSION);
    }

    /** A session of the owner of the firm that was made last under this name, or of a new one. */
    String firmSession(String name) {
        Person owner = owners.containsKey(name) ? owners.get(name) : owner(name, "he");
        return accounts.issue(owner, CredentialKind.SESSION);
    }

    private Person owner(String name, String username) {
        CreditCode code = code();
        long organisation = organisation("ENTERPRISE", name, code.value());
        register(name, code, "一区");
        Person owner = person(username, Role.ENTERPRISE_OWNER, organisation);
        owners.put(name, owner);
        return owner;
    }

    /** A firm of the register for which nobody signed up. */
    long register(String name, CreditCode code, String zone) {
        long id = insert(
                "INSERT INTO enterprise (tenant_id, credit_code, name, zone, created_by, created_at, changed_at)"
                        + " VALUES (?, ?, ?, ?, 'chen', '2026-01-05', '2026-01-05')",
                city.id(),
                code.value(),
                name,
                zone);
        if (!zone.isEmpty()) {
            insert(
                    "INSERT INTO enterprise_fact (tenant_id, enterprise_id, field, year, text_value, source, as_of, evidence, state,"
                            + " entered_by, entered_at) VALUES (?, ?, 'zone', 0, ?, 'VERIFIED', '2026-01-05', '营业执照', 'STANDS', 'chen', '2026-01-05')",
                    city.id(),
                    id,
                    zone);
        }
        return id;
    }

    static CreditCode code() {
        String body = "91990000XX%07d".formatted(NEXT.incrementAndGet());
        return Stream.of("0123456789ABCDEFGHJKLMNPQRTUWXY".split(""))
                .flatMap(last -> CreditCode.typed(body + last).stream())
                .findFirst()
                .orElseThrow();
    }

    private Browser signIn(Person person) {
        Browser browser = new Browser();
        browser.submit("/" + city.slug() + "/sign-in", Browser.byLink(accounts.issue(person, CredentialKind.LINK)));
        return browser;
    }

    /** Somebody who has read the notice of what is kept of them and agreed. */
    private Person person(String username, Role role, @Nullable Long organisation) {
        Person person = accounts.create(city, "system", username, username, role, organisation, null);
        server.bean(Consents.class).give(city, person);
        return person;
    }

    private long organisation(String kind, String name, @Nullable String code) {
        return insert(
                "INSERT INTO organisation (tenant_id, kind, name, credit_code, state, created_by, created_at)"
                        + " VALUES (?, ?, ?, ?, 'VERIFIED', 'system', '2026-01-05')",
                city.id(),
                kind,
                name,
                code);
    }

    /** Adds or changes something past the application. */
    long insert(String sql, @Nullable Object... values) {
        try (Connection connection = server.connection();
                PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** One number that the database holds. */
    long number(String sql, Object... values) {
        try (Connection connection = server.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    String path(String path) {
        return "/" + city.slug() + path;
    }

    HttpResponse<String> open(Browser browser, String path) {
        return browser.open(path(path));
    }

    HttpResponse<String> send(Browser browser, String path, Map<String, String> form) {
        return browser.submit(path(path), form);
    }

    /** Sends a form with a file. */
    HttpResponse<String> upload(Browser browser, String path, Map<String, String> fields, String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            for (Map.Entry<String, String> field : fields.entrySet()) {
                body.write(("--cut\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                                + field.getValue() + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            body.write(("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.write(content);
            body.write("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return browser.send(HttpRequest.newBuilder(Browser.uri(path(path)))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    /** A loan as the form sends it. */
    static Map<String, String> loan(String contract, String interest) {
        return Map.of(
                "f-loans-n",
                "1",
                "f-loans-1-id",
                contract,
                "f-loans-1-interest-paid",
                interest,
                "f-loans-1-other-subsidy",
                "false");
    }

    static Map<String, String> account(String holder) {
        return Map.of("holder", holder, "accountNumber", "4400 1234 5678 9012", "bank", "示例银行一区支行");
    }

    /** Applies for interest with everything that is asked for; gives the number of the application. */
    long submitted(Browser owner, String firm, String contract, String interest) {
        long id = begun(owner, "interest");
        String here = "/enterprise/applications/" + id;
        send(owner, here + "/enterprise", Map.of("f-registered-here", "true"));
        send(owner, here + "/financing", loan(contract, interest));
        send(owner, here + "/account", account(firm));
        upload(
                owner,
                here + "/materials",
                Map.of("material", "contract"),
                "合同.pdf",
                "%PDF-1.7 示例".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = send(owner, here + "/submission", Map.of("declared", "yes"));
        if (!answer.body().contains("待受理")) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return id;
    }

    long begun(Browser owner, String code) {
        HttpResponse<String> begun = send(owner, "/enterprise/applications", Map.of("programme", code));
        String path = begun.uri().getPath();
        if (!path.matches(".*/applications/[0-9]+")) {
            throw new AssertionError(begun.statusCode() + " " + path + " " + begun.body());
        }
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Reviewed by the officer, so that the reviewer can look at it. */
    void firstPassed(long application) {
        String here = "/console/applications/" + application;
        send(as(Role.OFFICER), here + "/acceptance", Map.of());
        HttpResponse<String> answer = send(
                as(Role.OFFICER),
                here + "/first-review",
                Map.of("say-f_1", "yes", "why-f_1", "已看资金流水", "decision", "pass"));
        if (!answer.body().contains("等待复审")) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    void approved(long application) {
        firstPassed(application);
        HttpResponse<String> answer = send(
                as(Role.REVIEWER),
                "/console/applications/" + application + "/second-review",
                Map.of("decision", "confirm"));
        if (!answer.body().contains("复审通过，待上会")) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    /** From the second look to the public notice whose window is over: only the payment is left. */
    void cleared(long application) {
        send(
                as(Role.OFFICER),
                "/console/batches",
                Map.of("title", "会议", "meetingOn", TODAY.day().toString(), "pick-" + application, "yes"));
        long batch = number("SELECT MAX(id) FROM subsidy_batch WHERE tenant_id = ?", city.id());
        send(as(Role.REVIEWER), "/console/batches/" + batch + "/decision", Map.of("minutes", "会议纪要"));
        send(as(Role.REVIEWER), "/console/batches/" + batch + "/notice", Map.of("title", "名单公示"));
        long notice = number("SELECT MAX(id) FROM subsidy_notice WHERE tenant_id = ?", city.id());
        insert(
                "UPDATE subsidy_notice SET opens_on = '2026-01-05', closes_on = '2026-01-15' WHERE tenant_id = ? AND id = ?",
                city.id(),
                notice);
        HttpResponse<String> closed = send(as(Role.REVIEWER), "/notices/" + notice + "/closing", Map.of());
        if (!closed.body().contains("公示已结束")) {
            throw new AssertionError(closed.statusCode() + " " + closed.body());
        }
    }

    /** Listed for payment; gives the path of the batch. */
    String disbursed(long application) {
        HttpResponse<String> made =
                send(as(Role.OFFICER), "/console/disbursements", Map.of("pick-" + application, "yes"));
        if (!made.body().contains("等待财政局确认")) {
            throw new AssertionError(made.statusCode() + " " + made.body());
        }
        return made.uri().getPath().substring(path("").length());
    }

    /** The finance office agrees, and the bank answers that all arrived. */
    void paid(String payment) {
        agreed(payment);
        List<List<String>> answer = new ArrayList<>();
        answer.add(Receipt.HEAD);
        for (List<String> row : bankFile(payment)) {
            answer.add(List.of(
                    row.get(0),
                    row.get(1),
                    row.get(2),
                    row.get(6),
                    "成功",
                    TODAY.day().toString(),
                    ""));
        }
        answered(payment, answer, "全部到账");
    }

    private void answered(String payment, List<List<String>> receipt, String words) {
        HttpResponse<String> taken = upload(
                as(Role.REVIEWER),
                payment + "/receipt",
                Map.of(),
                "receipt.csv",
                Csv.write(receipt).getBytes(StandardCharsets.UTF_8));
        if (!taken.body().contains(words)) {
            throw new AssertionError(taken.statusCode() + " " + taken.body());
        }
    }

    /** A loan of a million that 甲担保 stands for, with interest of 60,000, applied for and handed in. */
    long guaranteed(Browser owner, String firm, String programme, String contract) {
        long id = begun(owner, programme);
        String here = "/enterprise/applications/" + id;
        send(owner, here + "/enterprise", Map.of("f-registered-here", "true"));
        Map<String, String> loan = new HashMap<>(loan(contract, "6"));
        loan.put("f-loans-1-principal", "100");
        loan.put("f-loans-1-guarantor", "甲担保");
        send(owner, here + "/financing", loan);
        send(owner, here + "/account", account(firm));
        upload(owner, here + "/materials", Map.of("material", "contract"), "a.pdf", "%PDF-1.7 x".getBytes());
        HttpResponse<String> handedIn = send(owner, here + "/submission", Map.of("declared", "yes"));
        if (!handedIn.body().contains("待受理")) {
            throw new AssertionError(handedIn.statusCode() + " " + handedIn.body());
        }
        return id;
    }

    /** The finance office agrees to what it sees. */
    HttpResponse<String> agreed(String payment) {
        Browser finance = as(Role.FINANCE_OFFICE);
        String page = open(finance, payment).body();
        int at = page.indexOf("name=\"seen\" value=\"");
        String seen = at < 0 ? "" : page.substring(at).split("\"")[3];
        Map<String, String> form = new HashMap<>(Map.of("decision", "agree", "seen", seen));
        if (page.contains("name=\"again\"")) {
            form.put("again", "yes");
        }
        return send(finance, payment + "/confirmation", form);
    }

    /** The bank answers that nothing arrived, for this reason. */
    void bounced(String payment, String reason) {
        List<List<String>> answer = new ArrayList<>();
        answer.add(Receipt.HEAD);
        for (List<String> row : bankFile(payment)) {
            answer.add(List.of(row.get(0), row.get(1), row.get(2), row.get(6), "失败", "", reason));
        }
        answered(payment, answer, "笔未成功");
    }

    /** The rows of the bank's file, without head and sum. */
    List<List<String>> bankFile(String payment) {
        return Csv.readAll(open(as(Role.OFFICER), payment + "/bank.csv").body()).stream()
                .filter(row -> row.size() > 6 && row.get(1).matches("[0-9]+"))
                .toList();
    }

    State state(long application) {
        return server.bean(Applications.class).seen(city, application).state();
    }
}
