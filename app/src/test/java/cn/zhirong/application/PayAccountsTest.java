package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.PersonalFields;
import cn.zhirong.access.Role;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The account of 云山科技, from its form to the file for the bank. */
class PayAccountsTest {
    private static final String FIRM = "云山科技有限公司";
    private static final String PLAIN =
            "{\"holder\":\"云山科技有限公司\",\"number\":\"4400123456789012\",\"bank\":\"示例银行一区支行\"}";

    private final ApplicationFixture world = new ApplicationFixture();
    private final TestServer server = TestServer.get();

    @Test
    void accounts_are_sealed_in_applications_and_payments_and_shown_where_they_are_needed() throws SQLException {
        world.budget(world.programme, 500_000);
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "HT-S1", "6");
        world.approved(id);
        world.cleared(id);
        String payment = world.disbursed(id);
        assertThat(stored()).hasSize(2).allMatch(PersonalFields::isSealed);
        assertThat(world.open(world.as(Role.FINANCE_OFFICE), payment).body()).contains("4400123456789012");
        world.agreed(payment);
        assertThat(world.bankFile(payment).getFirst()).contains("4400 1234 5678 9012");
        assertThat(world.open(owner, "/enterprise/applications/" + id).body()).contains("尾号 9012");
    }

    @Test
    void the_account_that_a_firm_types_when_it_takes_an_offer_is_sealed_too() throws SQLException {
        world.budget(world.automatic, 50_000);
        Browser owner = world.firm(FIRM);
        String programme = String.valueOf(world.automatic);
        world.send(world.as(Role.OFFICER), "/console/offers", Map.of("programme", programme));
        long id = world.number("SELECT MAX(id) FROM subsidy_application WHERE tenant_id = ?", world.city.id());
        world.send(
                world.as(Role.REVIEWER),
                "/console/offers/release",
                Map.of("programme", programme, "pick-" + id, "yes"));
        world.send(owner, "/enterprise/applications/" + id + "/confirmation", ApplicationFixture.account(FIRM));
        assertThat(world.state(id)).isEqualTo(State.APPROVED);
        assertThat(stored()).hasSize(1).allMatch(PersonalFields::isSealed);
    }

    @Test
    void what_an_earlier_version_wrote_is_read_and_sealed_when_the_server_starts() throws SQLException {
        Browser owner = world.firm(FIRM);
        long id = world.submitted(owner, FIRM, "HT-S2", "6");
        world.insert(
                "UPDATE subsidy_application SET account = ? WHERE tenant_id = ? AND id = ?",
                PLAIN,
                world.city.id(),
                id);
        assertThat(world.open(owner, "/enterprise/applications/" + id).body()).contains("尾号 9012");
        PayAccounts accounts = server.bean(PayAccounts.class);
        assertThat(accounts.sealOld(world.city)).isEqualTo(1);
        assertThat(stored()).hasSize(1).allMatch(PersonalFields::isSealed);
        assertThat(accounts.sealOld(world.city)).isZero();
        ApplicationRow row = server.bean(Applications.class).seen(world.city, id);
        assertThat(server.bean(Applications.class).account(row).number()).isEqualTo("4400123456789012");
    }

    @Test
    void a_long_account_fits_when_it_is_sealed() {
        String sealed = server.bean(PayAccounts.class)
                .seal(world.city.id(), new Account("企".repeat(100), "1".repeat(30), "行".repeat(100)));
        assertThat(sealed.length()).isBetween(900, 1200);
    }

    private List<String> stored() throws SQLException {
        List<String> stored = new ArrayList<>();
        for (String table : List.of("subsidy_application", "subsidy_disbursement_row")) {
            try (Connection connection = server.connection();
                    PreparedStatement asked =
                            connection.prepareStatement("SELECT account FROM " + table + " WHERE tenant_id = ?")) {
                asked.setLong(1, world.city.id());
                try (ResultSet rows = asked.executeQuery()) {
                    while (rows.next()) {
                        stored.add(rows.getString(1));
                    }
                }
            }
        }
        return stored;
    }
}
