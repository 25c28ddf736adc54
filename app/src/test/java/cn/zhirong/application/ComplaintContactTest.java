package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Erasure;
import cn.zhirong.access.Role;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody objects to what 云山科技 is to be paid, and leaves a telephone number. */
class ComplaintContactTest {
    private static final String FIRM = "云山科技有限公司";
    private static final String NUMBER = "020-88886666";

    private final ApplicationFixture world = new ApplicationFixture();
    private final TestServer server = TestServer.get();
    private final ComplaintContacts contacts = server.bean(ComplaintContacts.class);

    @Test
    void the_database_holds_no_number_and_whoever_answers_reads_it() {
        object(new Browser(), published());
        assertThat(stored("contact")).startsWith("aes256gcm:").doesNotContain("8888");
        assertThat(world.open(world.as(Role.DIRECTOR), "/console/complaints").body())
                .contains(NUMBER);
    }

    @Test
    void what_an_earlier_version_kept_in_plain_words_is_sealed_once() {
        object(new Browser(), published());
        world.insert("UPDATE subsidy_complaint SET contact = ? WHERE tenant_id = ?", NUMBER, world.city.id());
        assertThat(world.open(world.as(Role.DIRECTOR), "/console/complaints").body())
                .contains(NUMBER);
        assertThat(contacts.sealOld(world.city)).isEqualTo(1);
        assertThat(stored("contact")).startsWith("aes256gcm:");
        assertThat(contacts.sealOld(world.city)).isZero();
        assertThat(world.open(world.as(Role.DIRECTOR), "/console/complaints").body())
                .contains(NUMBER);
    }

    @Test
    void a_year_after_the_answer_the_name_and_the_number_go_and_the_words_stay() {
        object(new Browser(), published());
        answer();
        assertThat(contacts.erase(world.city)).isZero();
        world.insert(
                "UPDATE subsidy_complaint SET erase_on = ? WHERE tenant_id = ?",
                ApplicationFixture.TODAY.day().plusDays(1),
                world.city.id());
        assertThat(contacts.erase(world.city)).isZero();
        world.insert(
                "UPDATE subsidy_complaint SET erase_on = ? WHERE tenant_id = ?",
                ApplicationFixture.TODAY.day(),
                world.city.id());
        assertThat(contacts.erase(world.city)).isEqualTo(1);
        assertThat(stored("contact")).isEmpty();
        assertThat(stored("name")).isEmpty();
        assertThat(stored("words")).isEqualTo("这笔贷款用于购房，不符合条件");
        assertThat(contacts.erase(world.city)).isZero();
        assertThat(world.open(world.as(Role.DIRECTOR), "/console/complaints").body())
                .contains("姓名已按期清除")
                .doesNotContain(NUMBER);
    }

    @Test
    void the_clock_begins_with_the_answer() {
        object(new Browser(), published());
        assertThat(stored("erase_on")).isNull();
        answer();
        assertThat(stored("erase_on"))
                .isEqualTo(ApplicationFixture.TODAY.day().plusDays(365).toString());
    }

    @Test
    void whoever_was_signed_in_sees_it_among_their_own_data_and_nobody_else_does_and_it_goes_with_them() {
        long notice = published();
        Browser other = world.firm("海州贸易有限公司");
        object(other, notice);
        HttpResponse<String> own = world.open(other, "/account/data");
        assertThat(own.body()).contains("您提出过的异议和申诉", NUMBER, "用于购房");
        assertThat(world.open(other, "/account/data/export").body()).contains(NUMBER, "keptUntil");
        assertThat(world.open(world.as(Role.OFFICER), "/account/data").body()).doesNotContain(NUMBER);
        long account = world.number("SELECT account_id FROM subsidy_complaint WHERE tenant_id = ?", world.city.id());
        assertThat(server.bean(Accounts.class).find(world.city, account)).isPresent();
        server.bean(Erasure.class).erase(world.city, "director", account);
        assertThat(stored("contact")).isEmpty();
        assertThat(stored("name")).isEmpty();
        assertThat(stored("words")).contains("购房");
    }

    @Test
    void what_is_wrong_is_listed_in_the_order_of_the_page() {
        String page = world.send(new Browser(), "/notices/" + published() + "/objections", Map.of("sent", "yes"))
                .body();
        String summary =
                page.substring(page.indexOf("error-summary"), page.indexOf("</ul>", page.indexOf("error-summary")));
        List<String> listed = Pattern.compile("href=\"#(\\w+)\"")
                .matcher(summary)
                .results()
                .map(found -> found.group(1))
                .toList();
        String form = page.substring(page.indexOf("id=\"objection\"")).split("</form>")[0];
        List<String> fields = Pattern.compile("<(?:select|input|textarea)[^>]* name=\"(\\w+)\"")
                .matcher(form)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(listed).hasSize(4).isEqualTo(fields);
    }

    private void answer() {
        long complaint = world.number("SELECT MAX(id) FROM subsidy_complaint WHERE tenant_id = ?", world.city.id());
        assertThat(world.send(
                                world.as(Role.DIRECTOR),
                                "/console/complaints/" + complaint + "/decision",
                                Map.of("answer-" + complaint, "已核实，用于购料", "decision", "reject"))
                        .body())
                .contains("已答复");
    }

    private long published() {
        world.budget(world.programme, 500_000);
        long id = world.submitted(world.firm(FIRM), FIRM, "HT-C1", "6");
        world.approved(id);
        world.send(
                world.as(Role.OFFICER),
                "/console/batches",
                Map.of(
                        "title",
                        "会议",
                        "meetingOn",
                        ApplicationFixture.TODAY.day().toString(),
                        "pick-" + id,
                        "yes"));
        long batch = world.number("SELECT MAX(id) FROM subsidy_batch WHERE tenant_id = ?", world.city.id());
        world.send(world.as(Role.REVIEWER), "/console/batches/" + batch + "/decision", Map.of("minutes", "会议纪要"));
        world.send(world.as(Role.REVIEWER), "/console/batches/" + batch + "/notice", Map.of("title", "名单公示"));
        return world.number("SELECT MAX(id) FROM subsidy_notice WHERE tenant_id = ?", world.city.id());
    }

    private void object(Browser browser, long notice) {
        long application = world.number(
                "SELECT MAX(id) FROM subsidy_application WHERE tenant_id = ? AND notice_id = ?",
                world.city.id(),
                notice);
        assertThat(world.send(
                                browser,
                                "/notices/" + notice + "/objections",
                                Map.of(
                                        "application",
                                        String.valueOf(application),
                                        "name",
                                        "王先生",
                                        "contact",
                                        NUMBER,
                                        "words",
                                        "这笔贷款用于购房，不符合条件"))
                        .body())
                .contains("异议已收到");
    }

    private String stored(String column) {
        try (Connection connection = server.connection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT " + column + " FROM subsidy_complaint WHERE tenant_id = ? ORDER BY id DESC LIMIT 1")) {
            statement.setLong(1, world.city.id());
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
