package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Audit;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.EnterpriseVerified;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bureau with its officer 陈 and auditor 沈, 云山科技 with its owner 何, and another bureau. */
class RegisterServerTest {
    private static final Pattern TABLE = Pattern.compile("/console/enterprises/import/([0-9]+)/confirmation");

    private final TestServer server = TestServer.get();
    private final Accounts accounts = server.bean(Accounts.class);
    private final Enterprises enterprises = server.bean(Enterprises.class);
    private final Tenant city = server.aBureau();
    private final Tenant otherCity = server.aBureau();
    private final Browser officer = in(city, "chen", Role.OFFICER, null);

    @AfterEach
    void whatever_was_changed_stands_in_the_snapshots() throws SQLException {
        SnapshotCheck.allAreTrue(server, city);
        SnapshotCheck.allAreTrue(server, otherCity);
    }

    @Test
    void an_officer_adds_a_firm_with_figures_and_its_size_and_share_are_computed() {
        long id = cloudHill();
        HttpResponse<String> changed = at(
                officer,
                "/console/enterprises/" + id + "/years/2025",
                form(Map.of("revenue", "2,000", "staff", "300", "research_spending", "100.5", "research_staff", "30")));
        assertThat(changed.body()).contains("已保存 4 项", "2,000 万元", "5.025%", "10%", "中型（按 2025 年数据）");
        at(officer, "/console/enterprises/" + id + "/years/2025", form(Map.of("staff", "299")));
        String page = open(officer, "/console/enterprises/" + id + "?part=history");
        assertThat(page).contains("小型（按 2025 年数据）", "300 人", "299 人");
        assertThat(open(officer, "/console/enterprises?size=SMALL&section=C&zone=%E4%B8%9C%E5%8C%BA"))
                .contains("云山科技有限公司", "找到 1 家企业");
        assertThat(open(officer, "/console/enterprises?size=MEDIUM")).contains("没有符合条件的企业");
        assertThat(open(officer, "/console/enterprises?q=%25")).contains("没有符合条件的企业");
        assertThat(open(officer, "/console/enterprises?q=0000")).contains("没有符合条件的企业");
        assertThat(open(officer, "/console/enterprises?q=91441200xxxx")).contains("找到 1 家企业");
        assertThat(server.bean(Audit.class).count(city, "enterprise.enter", "enterprise/" + id))
                .isEqualTo(3);
    }

    @Test
    void what_is_wrong_comes_back_with_field_and_bound_and_nothing_typed_is_lost() {
        long id = cloudHill();
        HttpResponse<String> refused = at(
                officer,
                "/console/enterprises/" + id + "/years/2025",
                Map.of("revenue", "很多", "staff", "7", "research_staff", "8", "asOf", "2099-01-01", "evidence", ""));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "营业收入须是 0 至 100000000 之间的数",
                        "研发人员 8 人多于从业人员 7 人",
                        "数据日期不能晚于今天",
                        "依据须为 2 至 300 个字",
                        "value=\"很多\"");
        HttpResponse<String> twice =
                at(officer, "/console/enterprises/new", form(Map.of("creditCode", code(1), "name", "另一家")));
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("已在企业库里", "另一家");
        assertThat(at(officer, "/console/enterprises/new", form(Map.of("creditCode", "123", "name", "另")))
                        .body())
                .contains("须为 18 位", "须为 2 至 100 个字");
    }

    @Test
    void a_firm_declares_an_officer_verifies_and_the_older_facts_stay() {
        long id = cloudHill();
        at(officer, "/console/enterprises/" + id + "/years/2025", form(Map.of("staff", "100")));
        Browser owner = ownerOf(1);
        HttpResponse<String> declared = at(owner, "/enterprise/profile/years/2025", form(Map.of("staff", "150")));
        assertThat(declared.body()).contains("已申报 1 项", "已申报，等待核实", "100 人", "150 人");
        assertThat(staff(id)).isEqualTo(100);
        Fact waiting = enterprises.profile(city, id).waitingFacts().getFirst();
        String answer = "/console/enterprises/" + id + "/facts/" + waiting.id() + "/answer";
        assertThat(at(officer, answer, Map.of("decision", "refuse", "words", ""))
                        .body())
                .contains("不采纳的原因须为 2 至 300 个字");
        assertThat(at(officer, answer, Map.of("decision", "accept", "words", "已看社保名册"))
                        .body())
                .contains("已采纳");
        assertThat(staff(id)).isEqualTo(150);
        assertThat(at(officer, answer, Map.of("decision", "accept")).statusCode())
                .isEqualTo(409);
        assertThat(enterprises.profile(city, id).history())
                .filteredOn(fact -> fact.field() == FactField.STAFF)
                .extracting(fact -> fact.source() + " " + fact.value().number() + " " + fact.state())
                .containsExactly("VERIFIED 100 STANDS", "DECLARED 150 ACCEPTED", "VERIFIED 150 STANDS");
        assertThat(open(owner, "/enterprise/profile?part=history"))
                .contains("已看社保名册", "已采纳")
                .doesNotContain("chen");
    }

    @Test
    void a_refused_declaration_counts_for_nothing_and_the_firm_reads_why() {
        long id = cloudHill();
        Browser owner = ownerOf(1);
        at(owner, "/enterprise/profile/years/2025", form(Map.of("staff", "150")));
        assertThat(staff(id)).isEqualTo(150);
        at(owner, "/enterprise/profile/years/2025", form(Map.of("staff", "160")));
        assertThat(enterprises.profile(city, id).waitingFacts()).hasSize(1);
        Fact waiting = enterprises.profile(city, id).waitingFacts().getFirst();
        at(
                officer,
                "/console/enterprises/" + id + "/facts/" + waiting.id() + "/answer",
                Map.of("decision", "refuse", "words", "与社保名册不符"));
        assertThat(enterprises.profile(city, id).inForce(FactField.STAFF, 2025)).isEmpty();
        assertThat(open(owner, "/enterprise/profile?part=history")).contains("与社保名册不符", "未采纳");
    }

    @Test
    void honours_are_declared_verified_changed_and_closed_and_their_history_stays() {
        long id = cloudHill();
        Browser owner = ownerOf(1);
        Map<String, String> honour = form(Map.of(
                "group",
                "honour",
                "kind",
                "honour.high-tech",
                "number",
                "示例GR1",
                "beginsOn",
                "2024-01-02",
                "endsOn",
                "2027-01-01"));
        assertThat(at(owner, "/enterprise/profile/items/new", honour).body()).contains("已申报，等待本单位核实", "待核实");
        assertThat(at(owner, "/enterprise/profile/items/new", honour).statusCode())
                .isEqualTo(422);
        Item waiting = enterprises.profile(city, id).waitingItems().getFirst();
        assertThat(at(
                                officer,
                                "/console/enterprises/" + id + "/items/" + waiting.id() + "/answer",
                                Map.of("decision", "refuse"))
                        .body())
                .contains("不采纳的原因须为 2 至 300 个字", "href=\"#item-" + waiting.id(), "待核实的申报（1 项）");
        at(officer, "/console/enterprises/" + id + "/items/" + waiting.id() + "/answer", Map.of("decision", "accept"));
        Item stands = enterprises.profile(city, id).items(ItemGroup.HONOUR).getFirst();
        assertThat(stands.source()).isEqualTo(FactSource.VERIFIED);
        assertThat(open(officer, "/console/enterprises?honour=honour.high-tech"))
                .contains("云山科技有限公司");
        Map<String, String> over = new HashMap<>(honour);
        over.put("endsOn", "2025-01-01");
        assertThat(at(officer, "/console/enterprises/" + id + "/items/" + stands.id(), over)
                        .body())
                .contains("已更改", "已到期");
        assertThat(open(officer, "/console/enterprises?honour=honour.high-tech"))
                .contains("没有符合条件的企业");
        Item changed = enterprises.profile(city, id).items(ItemGroup.HONOUR).getFirst();
        String closing = "/console/enterprises/" + id + "/items/" + changed.id() + "/closing";
        assertThat(at(officer, closing, Map.of("reason", "误")).body())
                .contains("撤销原因须为 2 至 300 个字", "value=\"误\"", "示例GR1");
        at(officer, closing, Map.of("reason", "证书被取消"));
        assertThat(enterprises.profile(city, id).items(ItemGroup.HONOUR)).isEmpty();
        assertThat(enterprises.profile(city, id).allItems())
                .extracting(Item::state)
                .containsExactly(FactState.ACCEPTED, FactState.REPLACED, FactState.CLOSED);
    }

    @Test
    void a_loan_is_declared_verified_exported_and_told_with_all_its_figures() {
        long id = cloudHill();
        Browser owner = ownerOf(1);
        Map<String, String> loan = form(Map.of(
                "group", "loan",
                "kind", "loan.mixed",
                "number", "示例借1",
                "parties", "示例银行",
                "amount", "800",
                "ipAmount", "200",
                "rate", "3.6",
                "pledge", "其他财产、专利"));
        Map<String, String> wrong = new HashMap<>(loan);
        wrong.put("ipAmount", "800.01");
        assertThat(at(owner, "/enterprise/profile/items/new", wrong).body())
                .contains("知识产权部分的金额 800.01 万元多于贷款金额 800 万元", "value=\"其他财产、专利\"", "value=\"800.01\"");
        assertThat(at(owner, "/enterprise/profile/items/new", loan).body())
                .contains("已申报，等待本单位核实", "贷款金额 800 万元", "质押种类 专利、其他财产");
        Item waiting = enterprises.profile(city, id).waitingItems().getFirst();
        at(officer, "/console/enterprises/" + id + "/items/" + waiting.id() + "/answer", Map.of("decision", "accept"));
        Item stands = enterprises.profile(city, id).items(ItemGroup.LOAN).getFirst();
        assertThat(stands.source()).isEqualTo(FactSource.VERIFIED);
        assertThat(stands.terms().ipAmountFen()).isEqualTo(200_000_000);
        String csv = new String(
                bytes(officer, "/console/enterprises/export", "format=csv&table=loans"), StandardCharsets.UTF_8);
        assertThat(csv).contains("知识产权部分的金额（万元）", "示例借1,示例银行,800,,3.6");
        HttpResponse<String> again = upload(officer, "loans.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(again.body()).contains("1 行与已有数据一致");
        assertThat(open(owner, "/enterprise/profile?part=loan")).contains("示例借1", "3.6", "已核实");
    }

    @Test
    void an_older_figure_than_the_one_in_force_is_refused_and_the_offered_day_corrects_it() {
        long id = cloudHill();
        String imported = "统一社会信用代码,年度,营业收入（万元）\r\n" + code(1) + ",2025,1200\r\n";
        HttpResponse<String> checked = upload(officer, "firms.csv", imported.getBytes(StandardCharsets.UTF_8));
        at(officer, "/console/enterprises/import/" + found(TABLE, checked.body()) + "/confirmation", Map.of());
        String years = "/console/enterprises/" + id + "/years/2025";
        assertThat(open(officer, years)).contains("value=\"2026-03-01\"");
        Map<String, String> older = form(Map.of("revenue", "1300", "asOf", "2025-12-31"));
        assertThat(at(officer, years, older).body()).contains("数据日期须不早于 2026-03-01", "value=\"1300\"");
        at(officer, years, form(Map.of("revenue", "1300")));
        assertThat(enterprises.profile(city, id).value(FactField.REVENUE, 2025)).isEqualTo(FactValue.of(1_300_000_000));
    }

    @Test
    void what_was_declared_and_imported_is_one_thing() {
        long id = cloudHill();
        Browser owner = ownerOf(1);
        at(
                owner,
                "/enterprise/profile/items/new",
                form(Map.of("group", "property", "kind", "ip.invention", "number", "示例ZL1")));
        String table = "统一社会信用代码,类别,专利号或登记号\r\n" + code(1) + ",发明专利,示例ZL1\r\n";
        HttpResponse<String> checked = upload(officer, "ip.csv", table.getBytes(StandardCharsets.UTF_8));
        at(officer, "/console/enterprises/import/" + found(TABLE, checked.body()) + "/confirmation", Map.of());
        assertThat(enterprises.profile(city, id).items(ItemGroup.PROPERTY))
                .singleElement()
                .extracting(Item::source)
                .isEqualTo(FactSource.IMPORTED);
        assertThat(enterprises.profile(city, id).waitingItems()).isEmpty();
    }

    @Test
    void a_table_is_checked_first_and_taken_in_after_with_its_wrong_rows_left_out() {
        cloudHill();
        String table = "统一社会信用代码,企业名称,年度,营业收入（万元）,从业人员\r\n" + code(1) + ",,2025,1200,55\r\n" + code(2)
                + ",\"海州, 贸易有限公司\",2025,abc,5\r\n" + code(3) + ",禾岳农业有限公司,2025,80,9\r\n";
        HttpResponse<String> checked = upload(officer, "firms.csv", table.getBytes(StandardCharsets.UTF_8));
        assertThat(checked.body())
                .contains("第 3 行", "营业收入（万元）", "营业收入须是 0 至 100000000 之间的数", "“abc”", "导入其余 2 行", "待确认");
        assertThat(enterprises.profile(city, EnterpriseFixture.code(3))).isEmpty();
        String confirmation = "/console/enterprises/import/" + found(TABLE, checked.body()) + "/confirmation";
        assertThat(at(officer, confirmation, Map.of()).body()).contains("已导入：新增企业 1 家，新增数据 5 项。");
        Profile farm = enterprises.profile(city, EnterpriseFixture.code(3)).orElseThrow();
        assertThat(farm.value(FactField.REVENUE, 2025)).isEqualTo(FactValue.of(80_000_000));
        assertThat(farm.inForce(FactField.REVENUE, 2025).orElseThrow())
                .extracting(Fact::source, Fact::evidence)
                .containsExactly(FactSource.IMPORTED, "税务局汇总表");
        assertThat(enterprises.profile(city, EnterpriseFixture.code(2))).isEmpty();
        assertThat(at(officer, confirmation, Map.of()).statusCode()).isEqualTo(409);
        HttpResponse<String> again = upload(officer, "firms.csv", table.getBytes(StandardCharsets.UTF_8));
        assertThat(again.body()).contains("2 行与已有数据一致", "没有可以导入的内容");
    }

    @Test
    void what_was_taken_out_as_xlsx_can_be_taken_in_by_another_bureau_and_is_the_same() {
        long id = cloudHill();
        at(officer, "/console/enterprises/" + id + "/years/2025", form(Map.of("revenue", "0.123456", "staff", "12")));
        at(
                officer,
                "/console/enterprises/" + id + "/items/new",
                form(Map.of("group", "property", "kind", "ip.invention", "number", "示例ZL1", "parties", "示例大学")));
        byte[] workbook = bytes(officer, "/console/enterprises/export", "format=xlsx");
        Browser other = in(otherCity, "lu", Role.OFFICER, null);
        HttpResponse<String> checked = upload(otherCity, other, "firms.xlsx", workbook);
        assertThat(checked.body()).contains("导入 3 行").doesNotContain("需要改正的地方");
        other.submit(
                "/" + otherCity.slug() + "/console/enterprises/import/" + found(TABLE, checked.body())
                        + "/confirmation",
                Map.of());
        Profile copy = enterprises.profile(otherCity, EnterpriseFixture.code(1)).orElseThrow();
        assertThat(copy.value(FactField.REVENUE, 2025)).isEqualTo(FactValue.of(123_456));
        assertThat(copy.items(ItemGroup.PROPERTY).getFirst().parties()).isEqualTo("示例大学");
        assertThat(copy.industry()).contains(new Industry("3562"));
    }

    @Test
    void a_csv_that_is_taken_out_computes_nothing_in_a_spreadsheet() {
        long id = cloudHill();
        at(officer, "/console/enterprises/" + id + "/facts", form(Map.of("address", "=HYPERLINK(\"http://evil\")")));
        String csv = new String(bytes(officer, "/console/enterprises/export", "format=csv"), StandardCharsets.UTF_8);
        assertThat(csv).contains("\"'=HYPERLINK(\"\"http://evil\"\")\"").contains(code(1));
        assertThat(server.bean(Audit.class).count(city, "enterprise.export", "enterprise"))
                .isEqualTo(1);
    }

    @Test
    void a_verified_enterprise_is_in_the_register_and_an_unverified_one_sees_nothing_of_it() {
        verified(5);
        assertThat(enterprises
                        .profile(city, EnterpriseFixture.code(5))
                        .orElseThrow()
                        .name())
                .isEqualTo("清源环保有限公司");
        verified(5);
        Browser impostor = owner(5, "PENDING");
        assertThat(open(impostor, "/enterprise/profile"))
                .contains("核验通过后可以查看和申报")
                .doesNotContain("清源环保");
        assertThat(at(impostor, "/enterprise/profile/facts", form(Map.of("zone", "西区")))
                        .statusCode())
                .isEqualTo(409);
        assertThat(enterprises
                        .profile(city, EnterpriseFixture.code(5))
                        .orElseThrow()
                        .waitingFacts())
                .isEmpty();
    }

    @Test
    void another_bureau_finds_nothing_and_an_auditor_changes_nothing() {
        long id = cloudHill();
        Browser foreign = in(otherCity, "lu", Role.OFFICER, null);
        assertThat(foreign.open("/" + otherCity.slug() + "/console/enterprises/" + id)
                        .statusCode())
                .isEqualTo(404);
        assertThat(enterprises.profile(otherCity, EnterpriseFixture.code(1))).isEmpty();
        assertThat(enterprises.after(otherCity, 0)).isEmpty();
        assertThat(enterprises.after(city, 0)).extracting(Profile::id).containsExactly(id);
        Browser auditor = in(city, "shen", Role.AUDITOR, null);
        assertThat(open(auditor, "/console/enterprises/" + id)).contains("云山科技").doesNotContain("更改基本信息");
        assertThat(at(auditor, "/console/enterprises/" + id + "/facts", form(Map.of("zone", "西区")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_demonstration_firms_are_two_hundred_examples_loaded_once() {
        DemonstrationFirms firms = server.bean(DemonstrationFirms.class);
        DemonstrationFirms.First first = firms.load(city);
        assertThat(firms.load(city)).isEqualTo(first);
        List<Profile> all = enterprises.after(city, 0);
        assertThat(all).hasSize(DemonstrationFirms.FIRMS);
        assertThat(all).allSatisfy(firm -> assertThat(firm.name()).contains("示例"));
        assertThat(all).allSatisfy(firm -> assertThat(firm.creditCode().value()).contains("XXXX"));
        assertThat(all).extracting(Profile::name).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(Profile::sizing)
                .filteredOn(Sizing.Sized.class::isInstance)
                .hasSizeGreaterThan(180);
        assertThat(open(officer, "/console/enterprises?page=10")).contains("共 200 家企业");
    }

    /** What people tell when an enterprise that registered itself was verified. */
    private void verified(int n) {
        server.bean(Joining.class)
                .verified(new EnterpriseVerified(city, "chen", EnterpriseFixture.code(n), "清源环保有限公司"));
    }

    /** 云山科技 as the officer enters it. */
    private long cloudHill() {
        at(officer, "/console/enterprises/new", form(Map.of("creditCode", code(1), "name", "云山科技有限公司")));
        long id = enterprises
                .profile(city, EnterpriseFixture.code(1))
                .orElseThrow()
                .id();
        at(officer, "/console/enterprises/" + id + "/facts", form(Map.of("zone", "东区", "industry_code", "C3562")));
        return id;
    }

    private long staff(long id) {
        Long staff = enterprises.profile(city, id).value(FactField.STAFF, 2025).number();
        return staff == null ? -1 : staff;
    }

    private static Map<String, String> form(Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(Map.of("asOf", "2026-03-01", "evidence", "审计报告"));
        form.putAll(fields);
        return form;
    }

    private static String code(int n) {
        return EnterpriseFixture.code(n).value();
    }

    private HttpResponse<String> at(Browser browser, String path, Map<String, String> form) {
        return browser.submit("/" + city.slug() + path, form);
    }

    private String open(Browser browser, String path) {
        return browser.open("/" + city.slug() + path).body();
    }

    private HttpResponse<String> upload(Browser browser, String name, byte[] file) {
        return upload(city, browser, name, file);
    }

    private static HttpResponse<String> upload(Tenant tenant, Browser browser, String name, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            for (Map.Entry<String, String> field :
                    Map.of("asOf", "2026-03-01", "evidence", "税务局汇总表").entrySet()) {
                body.write(("--cut\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                                + field.getValue() + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            body.write(("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.write(file);
            body.write("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return browser.send(HttpRequest.newBuilder(Browser.uri("/" + tenant.slug() + "/console/enterprises/import"))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private byte[] bytes(Browser browser, String path, String form) {
        return browser.bytes(HttpRequest.newBuilder(Browser.uri("/" + city.slug() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private Browser ownerOf(int n) {
        return owner(n, "VERIFIED");
    }

    private Browser owner(int n, String state) {
        try (Connection connection = server.connection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO organisation (tenant_id, kind, name, credit_code, state, created_by, created_at)"
                                + " VALUES (?, 'ENTERPRISE', '云山科技有限公司', ?, ?, 'he', '2026-01-05 08:00:00')",
                        Statement.RETURN_GENERATED_KEYS)) {
            insert.setLong(1, city.id());
            insert.setString(2, code(n));
            insert.setString(3, state);
            insert.executeUpdate();
            try (ResultSet key = insert.getGeneratedKeys()) {
                key.next();
                return in(city, "he", Role.ENTERPRISE_OWNER, key.getLong(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Browser in(Tenant tenant, String username, Role role, @Nullable Long organisation) {
        Browser browser = new Browser();
        Person person = accounts.create(tenant, "system", username, username, role, organisation, null);
        if (organisation != null) {
            server.bean(Consents.class).give(tenant, person);
        }
        browser.submit("/" + tenant.slug() + "/sign-in", Browser.byLink(accounts.issue(person, CredentialKind.LINK)));
        return browser;
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }
}
