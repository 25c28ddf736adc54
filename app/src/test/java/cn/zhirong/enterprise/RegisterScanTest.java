package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.enterprise.RegisterWriter.Entry;
import cn.zhirong.enterprise.RegisterWriter.NewEnterprise;
import cn.zhirong.enterprise.RegisterWriter.NewFact;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sixty firms with histories from a seed, more of them than one page of a small scan, and another bureau with firms of its own. */
class RegisterScanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
    private static final int FIRMS = 60;

    private final TestServer server = TestServer.get();
    private final Enterprises enterprises = server.bean(Enterprises.class);
    private final RegisterWriter writer = server.bean(RegisterWriter.class);
    private final RegisterScan scan = server.bean(RegisterScan.class);
    private final Tenant city = server.aBureau();
    private final Tenant otherCity = server.aBureau();

    @Test
    void what_the_scan_tells_of_a_firm_is_what_its_profile_says() throws SQLException {
        for (long seed = 1; seed <= 3; seed++) {
            Tenant bureau = server.aBureau();
            fill(bureau, new Random(seed));
            sameAsProfiles(bureau, "rows, seed " + seed);
            assertThat(server.bean(Snapshots.class).complete(bureau)).isEqualTo(FIRMS);
            sameAsProfiles(bureau, "snapshots, seed " + seed);
            // Every other firm by its rows again.
            Random random = new Random(seed);
            List<Profile> some = enterprises.after(bureau, 0).stream()
                    .filter(firm -> firm.id() % 2 == 0)
                    .toList();
            some.forEach(firm -> writer.addFacts(bureau.id(), List.of(fact(firm.id(), random, enterprises.now()))));
            sameAsProfiles(bureau, "both, seed " + seed);
        }
    }

    private void sameAsProfiles(Tenant bureau, String what) {
        Map<Long, Profile> scanned = scanned(bureau);
        List<Profile> profiles = enterprises.after(bureau, 0);
        assertThat(scanned.keySet())
                .as(what)
                .containsExactlyInAnyOrderElementsOf(
                        profiles.stream().map(Profile::id).toList());
        for (Profile profile : profiles) {
            same(scanned.get(profile.id()), profile, what + ", firm " + profile.name());
        }
    }

    @Test
    void firms_come_by_their_numbers_and_only_those_of_the_bureau() throws SQLException {
        fill(city, new Random(7));
        fill(otherCity, new Random(8));
        List<Long> ids = new ArrayList<>();
        scan.each(city, profile -> ids.add(profile.id()));
        assertThat(ids).hasSize(FIRMS).isSorted().doesNotHaveDuplicates();
        List<Long> theirs = new ArrayList<>();
        scan.each(otherCity, profile -> theirs.add(profile.id()));
        assertThat(theirs).doesNotContainAnyElementsOf(ids);
        scan.each(server.aBureau(), profile -> {
            throw new AssertionError("a bureau without firms has " + profile.id());
        });
    }

    @Test
    void what_is_committed_while_the_register_is_scanned_is_not_half_in_it() {
        Instant now = enterprises.now();
        int firms = RegisterScan.PAGE + 1;
        writer.addEnterprises(
                city.id(),
                IntStream.rangeClosed(1, firms)
                        .mapToObj(number ->
                                new NewEnterprise(EnterpriseFixture.code(number).value(), "企业" + number))
                        .toList(),
                "chen",
                now);
        List<Long> ids = new ArrayList<>();
        scan.each(city, profile -> ids.add(profile.id()));
        assertThat(ids).hasSize(firms);
        Entry entry = new Entry(FactSource.IMPORTED, TODAY, "名单", FactState.STANDS, "chen", now);
        List<String> zones = new ArrayList<>();
        scan.each(city, profile -> {
            if (zones.isEmpty()) {
                CompletableFuture.runAsync(() -> writer.addFacts(
                                city.id(),
                                List.of(new NewFact(ids.getLast(), FactField.ZONE, 0, FactValue.of("东区"), entry))))
                        .join();
            }
            zones.add(String.valueOf(profile.value(FactField.ZONE, 0).text()));
        });
        assertThat(zones).hasSize(firms).containsOnly("null");
        assertThat(enterprises.profile(city, ids.getLast()).value(FactField.ZONE, 0))
                .isEqualTo(FactValue.of("东区"));
    }

    @Test
    void names_are_told_of_ones_own_firms_alone() throws SQLException {
        fill(city, new Random(9));
        fill(otherCity, new Random(10));
        long own = enterprises.after(city, 0).getFirst().id();
        long foreign = enterprises.after(otherCity, 0).getFirst().id();
        assertThat(scan.names(city, List.of(own, foreign))).containsOnlyKeys(own);
        assertThat(scan.names(city, List.of(own)).get(own).name()).isEqualTo("企业1");
        assertThat(scan.names(city, List.of())).isEmpty();
    }

    private Map<Long, Profile> scanned(Tenant bureau) {
        Map<Long, Profile> scanned = new HashMap<>();
        scan.each(bureau, profile -> scanned.put(profile.id(), profile));
        return scanned;
    }

    private static void same(Profile scanned, Profile profile, String firm) {
        assertThat(scanned.creditCode()).as(firm).isEqualTo(profile.creditCode());
        assertThat(scanned.name()).as(firm).isEqualTo(profile.name());
        assertThat(scanned.years()).as(firm).isEqualTo(profile.years());
        assertThat(scanned.sizing()).as(firm).isEqualTo(profile.sizing());
        assertThat(scanned.sizingYear()).as(firm).isEqualTo(profile.sizingYear());
        for (FactField field : FactField.values()) {
            for (int year : field.isYearly() ? new int[] {2023, 2024, 2025} : new int[] {0}) {
                String what = firm + ", " + field + " " + year;
                assertThat(scanned.value(field, year)).as(what).isEqualTo(profile.value(field, year));
                assertThat(scanned.inForce(field, year).map(fact -> List.of(fact.id(), fact.source(), fact.asOf())))
                        .as(what)
                        .isEqualTo(profile.inForce(field, year)
                                .map(fact -> List.of(fact.id(), fact.source(), fact.asOf())));
            }
        }
        assertThat(scanned.allItems())
                .as(firm)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
                        "evidence", "enteredBy", "enteredAt", "answeredBy", "answeredAt", "answer")
                .isEqualTo(profile.allItems());
    }

    private void fill(Tenant bureau, Random random) throws SQLException {
        Instant now = enterprises.now();
        writer.addEnterprises(
                bureau.id(),
                IntStream.rangeClosed(1, FIRMS)
                        .mapToObj(number ->
                                new NewEnterprise(EnterpriseFixture.code(number).value(), "企业" + number))
                        .toList(),
                "chen",
                now);
        List<NewFact> facts = new ArrayList<>();
        for (Profile firm : enterprises.after(bureau, 0)) {
            for (int i = random.nextInt(40); i > 0; i--) {
                facts.add(fact(firm.id(), random, now));
            }
        }
        writer.addFacts(bureau.id(), facts);
        items(bureau, random);
    }

    /** Many of one field and year, from all sources and in all states, some of them of one day and some that nothing is known. */
    private static NewFact fact(long firm, Random random, Instant now) {
        FactField[] fields = {
            FactField.ZONE,
            FactField.FOUNDED_ON,
            FactField.INDUSTRY_CODE,
            FactField.REVENUE,
            FactField.STAFF,
            FactField.ASSETS
        };
        FactField field = fields[random.nextInt(fields.length)];
        FactValue value = random.nextInt(5) == 0
                ? FactValue.UNKNOWN
                : switch (field) {
                    case ZONE -> FactValue.of("区" + random.nextInt(9));
                    case FOUNDED_ON -> FactValue.of(TODAY.minusDays(random.nextInt(5_000)));
                    case INDUSTRY_CODE -> FactValue.of(random.nextBoolean() ? "35" : "65");
                    default -> FactValue.of(1 + random.nextInt(1_000));
                };
        FactSource source = FactSource.values()[random.nextInt(3)];
        FactState state = source == FactSource.DECLARED ? FactState.values()[1 + random.nextInt(4)] : FactState.STANDS;
        Entry entry = new Entry(source, TODAY.minusDays(random.nextInt(4)), "证明", state, "chen", now);
        return new NewFact(firm, field, field.isYearly() ? 2023 + random.nextInt(3) : 0, value, entry);
    }

    private void items(Tenant bureau, Random random) throws SQLException {
        try (Connection connection = server.connection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO enterprise_item (tenant_id, enterprise_id, kind, number, title, filed_on, begins_on, ends_on,
                          status, parties, amount_fen, ip_amount_fen, interest_fen, rate_ppm, pledge, registered_on, settled_on, second_party,
                          belongs_to, subsidised, source, as_of, evidence, state, entered_by, entered_at)
                        VALUES (?, ?, ?, ?, '名称', NULL, ?, ?, '有效', '甲', ?, ?, 7, NULL, '专利', '2025-03-04', NULL, '乙',
                          '号1', ?, 'IMPORTED', '2026-01-05', '证书', ?, 'chen',
                          '2026-01-05 08:00:00')
                        """)) {
            for (Profile firm : enterprises.after(bureau, 0)) {
                for (int i = random.nextInt(4); i > 0; i--) {
                    ItemKind kind = ItemKind.values()[random.nextInt(ItemKind.values().length)];
                    insert.setLong(1, bureau.id());
                    insert.setLong(2, firm.id());
                    insert.setString(3, kind.key());
                    insert.setString(4, "号" + i);
                    insert.setObject(5, random.nextBoolean() ? TODAY.minusDays(random.nextInt(900)) : null);
                    insert.setObject(6, random.nextBoolean() ? TODAY.plusDays(random.nextInt(900)) : null);
                    insert.setObject(7, kind.group() == ItemGroup.CREDIT ? 5_000_000L : null);
                    boolean terms = kind.group().hasTerms();
                    insert.setObject(8, terms && random.nextBoolean() ? 3_000_000L : null);
                    insert.setObject(9, terms && random.nextBoolean() ? random.nextInt(2) : null);
                    insert.setString(10, FactState.values()[random.nextInt(6)].name());
                    insert.executeUpdate();
                }
            }
        }
    }
}
