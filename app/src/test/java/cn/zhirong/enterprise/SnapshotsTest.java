package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.enterprise.RegisterWriter.Entry;
import cn.zhirong.enterprise.RegisterWriter.NewEnterprise;
import cn.zhirong.enterprise.RegisterWriter.NewFact;
import cn.zhirong.enterprise.RegisterWriter.NewItem;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Firms of two bureaus whose snapshots are there, are wanting, or were written by another version. */
class SnapshotsTest {
    private final TestServer server = TestServer.get();
    private final Enterprises enterprises = server.bean(Enterprises.class);
    private final RegisterWriter writer = server.bean(RegisterWriter.class);
    private final RegisterScan scan = server.bean(RegisterScan.class);
    private final Snapshots snapshots = server.bean(Snapshots.class);
    private final Tenant city = server.aBureau();
    private final LocalDate today = enterprises.today();

    @Test
    void a_firm_has_its_snapshot_from_the_start() throws SQLException {
        long firm = enterprises.add(city, "chen", EnterpriseFixture.code(1), "云山科技有限公司", "营业执照");
        assertThat(SnapshotCheck.readable(server, city)).containsOnlyKeys(firm);
        SnapshotCheck.allAreTrue(server, city);
    }

    @Test
    void facts_that_nobody_settled_are_seen_all_the_same() throws SQLException {
        long firm = enterprises.add(city, "chen", EnterpriseFixture.code(1), "云山科技有限公司", "营业执照");
        writer.addFacts(city.id(), List.of(new NewFact(firm, FactField.ZONE, 0, FactValue.of("东区"), entry())));
        assertThat(SnapshotCheck.readable(server, city)).isEmpty();
        assertThat(zones(city)).containsExactly("东区");
        enterprises.settle(city, firm);
        ItemDraft honour = DemonstrationFirm.of(1, "zhaoqing", "441200", "示例", today)
                .items()
                .getFirst();
        writer.addItems(city.id(), List.of(new NewItem(firm, honour, entry())));
        assertThat(SnapshotCheck.readable(server, city)).isEmpty();
    }

    @Test
    void what_is_wanting_is_made_for_the_bureau_and_no_other() throws SQLException {
        Tenant otherCity = server.aBureau();
        int firms = Snapshots.AT_ONCE + 1;
        fill(city, firms);
        fill(otherCity, 1);
        assertThat(SnapshotCheck.readable(server, city)).isEmpty();
        assertThat(snapshots.complete(city)).isEqualTo(firms);
        assertThat(SnapshotCheck.readable(server, city)).hasSize(firms);
        SnapshotCheck.allAreTrue(server, city);
        assertThat(SnapshotCheck.readable(server, otherCity)).isEmpty();
        assertThat(snapshots.complete(city)).isZero();
    }

    @Test
    void what_another_version_wrote_is_never_read() throws SQLException {
        fill(city, 3);
        snapshots.complete(city);
        try (Connection connection = server.connection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE enterprise_snapshot SET form = form + 1, content = 'x' WHERE tenant_id = ?")) {
            update.setLong(1, city.id());
            assertThat(update.executeUpdate()).isEqualTo(3);
        }
        assertThat(zones(city)).containsExactly("区1", "区2", "区3");
        assertThat(snapshots.complete(city)).isEqualTo(3);
        assertThat(zones(city)).containsExactly("区1", "区2", "区3");
    }

    @Test
    void what_is_not_asked_for_looks_as_if_nobody_knew_it_with_a_snapshot_or_without() throws SQLException {
        fill(city, 1);
        RegisterScan.Asked asked = new RegisterScan.Asked(Set.of(FactField.REVENUE), Set.of());
        for (int round = 0; round < 2; round++) {
            List<Profile> seen = new ArrayList<>();
            scan.each(city, asked, seen::add);
            assertThat(seen).singleElement().satisfies(firm -> {
                assertThat(firm.value(FactField.ZONE, 0).isKnown()).isFalse();
                assertThat(firm.name()).isEqualTo("企业1");
            });
            snapshots.complete(city);
        }
    }

    private List<String> zones(Tenant bureau) {
        List<String> zones = new ArrayList<>();
        scan.each(bureau, firm -> zones.add(firm.value(FactField.ZONE, 0).text()));
        return zones;
    }

    private void fill(Tenant bureau, int firms) {
        writer.addEnterprises(
                bureau.id(),
                IntStream.rangeClosed(1, firms)
                        .mapToObj(number ->
                                new NewEnterprise(EnterpriseFixture.code(number).value(), "企业" + number))
                        .toList(),
                "chen",
                enterprises.now());
        List<Profile> added = enterprises.after(bureau, 0);
        writer.addFacts(
                bureau.id(),
                IntStream.range(0, firms)
                        .mapToObj(at -> new NewFact(
                                added.get(at).id(), FactField.ZONE, 0, FactValue.of("区" + (at + 1)), entry()))
                        .toList());
    }

    private Entry entry() {
        return new Entry(FactSource.IMPORTED, today, "名单", FactState.STANDS, "chen", enterprises.now());
    }
}
