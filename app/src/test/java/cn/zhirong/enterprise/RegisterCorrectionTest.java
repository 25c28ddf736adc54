package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.enterprise.RegisterWriter.Entry;
import cn.zhirong.enterprise.RegisterWriter.NewFact;
import cn.zhirong.enterprise.RegisterWriter.NewItem;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 云山科技, of which a table said something wrong: the officer 陈 sets it right with the days that the forms offer. */
class RegisterCorrectionTest {
    private static final String ZL1 = "统一社会信用代码,类别,专利号或登记号,法律状态\n%s,发明专利,示例ZL1,%s\n";

    private final TestServer server = TestServer.get();
    private final Enterprises enterprises = server.bean(Enterprises.class);
    private final FactDesk facts = server.bean(FactDesk.class);
    private final ItemDesk items = server.bean(ItemDesk.class);
    private final Imports imports = server.bean(Imports.class);
    private final RegisterWriter writer = server.bean(RegisterWriter.class);
    private final Tenant city = server.aBureau();
    private final LocalDate today = enterprises.today();
    private final int lastYear = today.getYear() - 1;
    private final LocalDate yearEnd = LocalDate.of(lastYear, 12, 31);
    private final long firm = enterprises.add(city, "chen", EnterpriseFixture.code(1), "云山科技有限公司", "营业执照");
    private final String code = EnterpriseFixture.code(1).value();

    @AfterEach
    void whatever_was_changed_stands_in_the_snapshots() throws SQLException {
        assertThat(SnapshotCheck.readable(server, city)).containsKey(firm);
        SnapshotCheck.allAreTrue(server, city);
    }

    @Test
    void what_a_table_said_wrong_is_corrected_with_the_day_that_the_form_offers() {
        take("统一社会信用代码,年度,从业人员\n" + code + "," + lastYear + ",100\n");
        assertThat(offered(false)).isEqualTo(today.toString());
        assertThat(offered(true)).isEqualTo(yearEnd.toString());
        assertThatThrownBy(() -> enter(120, yearEnd, false))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors()).singleElement().satisfies(field -> {
                            assertThat(field.field()).isEqualTo("asOf");
                            assertThat(field.message()).contains("须不早于 " + today, "从业人员", "100 人");
                        }));
        assertThat(staff()).isEqualTo(FactValue.of(100));
        assertThat(enter(120, today, false)).isEqualTo(1);
        assertThat(staff()).isEqualTo(FactValue.of(120));
    }

    @Test
    void what_is_imported_is_verified_without_a_change_only_where_the_officer_says_so() {
        take("统一社会信用代码,年度,从业人员\n" + code + "," + lastYear + ",100\n");
        assertThat(enter(100, today, false)).isZero();
        assertThat(source()).isEqualTo(FactSource.IMPORTED);
        assertThat(enter(100, today, true)).isEqualTo(1);
        assertThat(source()).isEqualTo(FactSource.VERIFIED);
        assertThat(enter(100, today, true)).isZero();
    }

    @Test
    void what_is_accepted_is_in_force_though_a_table_of_a_later_day_said_something_else() {
        writer.addFacts(
                city.id(), List.of(new NewFact(firm, FactField.STAFF, lastYear, FactValue.of(150), declared(yearEnd))));
        take("统一社会信用代码,年度,从业人员\n" + code + "," + lastYear + ",100\n");
        Fact waiting = profile().waitingFacts().getFirst();
        facts.accept(city, "chen", firm, waiting.id(), "已看社保名册");
        assertThat(staff()).isEqualTo(FactValue.of(150));
        assertThat(source()).isEqualTo(FactSource.VERIFIED);
    }

    @Test
    void what_the_firm_declared_and_a_table_brings_counts_once() {
        declareInvention();
        take(ZL1.formatted(code, "有效"));
        assertThat(profile().items(ItemGroup.PROPERTY))
                .singleElement()
                .satisfies(item -> assertThat(item.source()).isEqualTo(FactSource.IMPORTED));
        assertThat(profile().waitingItems()).isEmpty();
        assertThat(profile().allItems()).extracting(Item::state).containsExactly(FactState.REPLACED, FactState.STANDS);
    }

    @Test
    void the_database_itself_keeps_no_number_twice() {
        declareInvention();
        assertThatThrownBy(this::declareInvention).hasStackTraceContaining("enterprise_item_current");
        Item waiting = profile().waitingItems().getFirst();
        items.accept(city, "chen", firm, waiting.id(), "");
        assertThat(profile().items(ItemGroup.PROPERTY)).hasSize(1);
        Item stands = profile().items(ItemGroup.PROPERTY).getFirst();
        items.close(city, "chen", firm, stands.id(), "登记有误");
        declareInvention();
        assertThat(profile().items(ItemGroup.PROPERTY)).hasSize(1);
    }

    @Test
    void what_an_officer_changes_while_a_table_is_taken_in_is_seen_by_it() throws Exception {
        long table = check(ZL1.formatted(code, "失效"));
        CompletableFuture<ImportReport> taken;
        try (Connection connection = server.connection()) {
            connection.setAutoCommit(false);
            run(connection, "SELECT id FROM enterprise WHERE tenant_id = ? AND id = ? FOR UPDATE");
            taken = CompletableFuture.supplyAsync(() -> imports.take(city, "chen", table));
            assertThatThrownBy(() -> taken.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            // As the record of changes does at the end: it must not wait for the table, which waits for the firm.
            run(connection, "SELECT id FROM tenant WHERE id = ? AND id <> ? LOCK IN SHARE MODE");
            run(connection, """
                    INSERT INTO enterprise_item (tenant_id, enterprise_id, kind, number, status, source, as_of, evidence, state,
                      entered_by, entered_at)
                    VALUES (?, ?, 'ip.invention', '示例ZL1', '有效', 'VERIFIED', '2026-01-05', '登记簿', 'STANDS', 'lu',
                      '2026-01-05 08:00:00')
                    """);
            connection.commit();
        }
        taken.get(2, TimeUnit.MINUTES);
        assertThat(profile().allItems())
                .extracting(item -> item.status() + " " + item.state())
                .containsExactly("有效 REPLACED", "已终止 STANDS");
    }

    @Test
    void of_two_who_add_one_firm_at_once_one_is_told_that_it_is_there() {
        Supplier<String> adding = () -> {
            try {
                enterprises.add(city, "chen", EnterpriseFixture.code(2), "海州有限公司", "营业执照");
                return "added";
            } catch (Refusal refusal) {
                return refusal.type();
            }
        };
        List<CompletableFuture<String>> both = Stream.generate(() -> CompletableFuture.supplyAsync(adding))
                .limit(2)
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder("added", "registered");
    }

    @Test
    void a_firm_that_was_added_since_it_was_looked_for_is_told_and_nothing_is_half_done() {
        assertThatThrownBy(() -> writer.addEnterprises(
                        city.id(), List.of(new RegisterWriter.NewEnterprise(code, "又一家")), "chen", enterprises.now()))
                .isInstanceOf(RegisterWriter.AddedMeanwhile.class);
        assertThat(profile().name()).isEqualTo("云山科技有限公司");
    }

    private void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, city.id());
            statement.setLong(2, firm);
            statement.execute();
        }
    }

    private void declareInvention() {
        ItemDraft draft = new ItemDraft(ItemKind.INVENTION, "示例ZL1", "一种装置", null, null, null, "有效", "", null);
        writer.addItems(city.id(), List.of(new NewItem(firm, draft, declared(yearEnd))));
        enterprises.settle(city, firm);
    }

    private Entry declared(LocalDate asOf) {
        return new Entry(FactSource.DECLARED, asOf, "自报", FactState.WAITS, "he", enterprises.now());
    }

    private int enter(long staff, LocalDate asOf, boolean confirms) {
        Map<FactField, FactValue> values = Map.of(FactField.STAFF, FactValue.of(staff));
        return facts.enter(city, "chen", firm, new FactDesk.Entered(lastYear, values, asOf, "社保名册", confirms));
    }

    private String offered(boolean declares) {
        return FactsForm.view(profile(), "/firm", lastYear, declares, FilledForm.NOTHING, today)
                .asOf();
    }

    /** With the day that the form of tables offers. */
    private long check(String table) {
        return imports.check(city, "chen", "名单.csv", table.getBytes(StandardCharsets.UTF_8), today, "税务局名单");
    }

    private void take(String table) {
        imports.take(city, "chen", check(table));
    }

    private FactValue staff() {
        return profile().value(FactField.STAFF, lastYear);
    }

    private FactSource source() {
        return profile().inForce(FactField.STAFF, lastYear).orElseThrow().source();
    }

    private Profile profile() {
        return enterprises.profile(city, firm);
    }
}
