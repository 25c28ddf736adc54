package cn.zhirong.enterprise;

import cn.zhirong.access.Audit;
import cn.zhirong.kernel.Csv;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The register as tables, in the form in which it can be taken in again: what is in force, not the history. All tables see the same
 * moment. A row of facts has one day and one evidence, those of its newest fact, and whoever takes it in knows all of it by them; of
 * which day and from where each fact is says a column for readers.
 */
@Singleton
class RegisterExport {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final int MOST_FIRMS = 20_000;
    private static final int WIDTH = 18;

    private final Register register;
    private final TransactionOperations<Connection> transactions;
    private final Audit audit;

    RegisterExport(Register register, TransactionOperations<Connection> transactions, Audit audit) {
        this.register = register;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** The tables of an export. */
    enum Sheet {
        FIRMS("企业", null, false),
        YEARS("年度数据", null, true),
        HONOURS(ItemGroup.HONOUR.label(), ItemGroup.HONOUR, false),
        PROPERTY(ItemGroup.PROPERTY.label(), ItemGroup.PROPERTY, false),
        CREDIT(ItemGroup.CREDIT.label(), ItemGroup.CREDIT, false),
        LOANS(ItemGroup.LOAN.label(), ItemGroup.LOAN, false),
        FEES(ItemGroup.FEE.label(), ItemGroup.FEE, false),
        EVENTS(ItemGroup.EVENT.label(), ItemGroup.EVENT, false);

        private final String label;
        private final @Nullable ItemGroup group;
        private final boolean yearly;

        Sheet(String label, @Nullable ItemGroup group, boolean yearly) {
            this.label = label;
            this.group = group;
            this.yearly = yearly;
        }

        String label() {
            return label;
        }

        String path() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Sheet> ofPath(String path) {
            return Arrays.stream(values())
                    .filter(sheet -> sheet.path().equals(path))
                    .findFirst();
        }

        List<String> heading() {
            List<String> heading = new ArrayList<>(ImportTable.heading(group, yearly));
            if (this == FIRMS) {
                heading.add(FactField.SIZE.heading());
                heading.add(ImportTable.ORIGINS);
            } else if (this == YEARS) {
                heading.add(FactField.RESEARCH_SHARE.heading());
                heading.add(FactField.RESEARCH_STAFF_SHARE.heading());
                heading.add(ImportTable.ORIGINS);
            } else {
                heading.add("来源");
            }
            return heading;
        }
    }

    /** All tables in one workbook. */
    byte[] xlsx(Tenant tenant, String actor, EnterpriseFilter filter) {
        tell(tenant, actor, filter, "xlsx");
        return transactions.execute(
                RegisterScan.SNAPSHOT,
                status -> workbook((sheet, rows) -> register.each(
                        tenant,
                        filter,
                        MOST_FIRMS,
                        profile -> rows(sheet, profile).forEach(rows))));
    }

    /** One table. */
    byte[] csv(Tenant tenant, String actor, EnterpriseFilter filter, Sheet sheet) {
        tell(tenant, actor, filter, "csv " + sheet);
        List<List<String>> rows = new ArrayList<>();
        rows.add(sheet.heading());
        return transactions.execute(RegisterScan.SNAPSHOT, status -> {
            register.each(
                    tenant,
                    filter,
                    MOST_FIRMS,
                    profile -> rows(sheet, profile)
                            .forEach(row ->
                                    rows.add(row.stream().map(Cell::words).toList())));
            return Csv.write(rows).getBytes(StandardCharsets.UTF_8);
        });
    }

    /** A workbook with the headings alone. */
    static byte[] template() {
        return workbook((sheet, rows) -> {});
    }

    /** A cell; numbers are written as numbers, so that they can be added up. */
    record Cell(String words, boolean isNumber) {
        static Cell of(@Nullable String words) {
            return new Cell(words == null ? "" : words, false);
        }
    }

    /** What a firm has in a table. */
    static List<List<Cell>> rows(Sheet sheet, Profile profile) {
        if (sheet == Sheet.FIRMS) {
            return List.of(facts(profile, 0));
        }
        if (sheet == Sheet.YEARS) {
            return profile.years().stream().map(year -> facts(profile, year)).toList();
        }
        ItemGroup group = sheet.group;
        return group == null
                ? List.of()
                : profile.items(group).stream()
                        .map(item -> item(group, profile, item))
                        .toList();
    }

    private static List<Cell> facts(Profile profile, int year) {
        List<Cell> row = begun(profile);
        if (year > 0) {
            row.add(new Cell(String.valueOf(year), true));
        }
        Fact newest = null;
        for (FactField field : FactField.entered(year > 0)) {
            Fact fact = profile.inForce(field, year).orElse(null);
            if (fact != null && (newest == null || fact.asOf().isAfter(newest.asOf()))) {
                newest = fact;
            }
            if (field != FactField.NAME) {
                row.add(cell(field, profile, year));
            }
        }
        row.add(Cell.of(newest == null ? "" : newest.asOf().toString()));
        row.add(Cell.of(newest == null ? "" : newest.evidence()));
        if (year > 0) {
            row.add(cell(FactField.RESEARCH_SHARE, profile, year));
            row.add(cell(FactField.RESEARCH_STAFF_SHARE, profile, year));
        } else {
            row.add(cell(FactField.SIZE, profile, year));
        }
        row.add(Cell.of(origins(profile, year)));
        return row;
    }

    /** Of which day each fact is, and from where; short enough to be read in again with the row. */
    private static String origins(Profile profile, int year) {
        return FactField.entered(year > 0).stream()
                .flatMap(field -> profile.inForce(field, year).stream())
                .map(fact -> fact.field().label() + " " + fact.asOf() + " "
                        + fact.source().label())
                .collect(Collectors.joining("；"));
    }

    private static List<Cell> item(ItemGroup group, Profile profile, Item item) {
        List<Cell> row = begun(profile);
        row.add(Cell.of(item.kind().label()));
        ItemDraft draft = ItemDraft.of(item);
        group.columns().forEach(column -> {
            String typed = draft.typed(column);
            row.add(new Cell(typed, column.isNumber() && !typed.isEmpty()));
        });
        row.add(Cell.of(item.asOf().toString()));
        row.add(Cell.of(item.evidence()));
        row.add(Cell.of(item.source().label()));
        return row;
    }

    private static List<Cell> begun(Profile profile) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.of(profile.creditCode().value()));
        row.add(Cell.of(profile.name()));
        return row;
    }

    private static Cell cell(FactField field, Profile profile, int year) {
        FactValue value = profile.value(field, year);
        boolean number = value.isKnown() && field.type().isNumber() && field.type() != FactType.FLAG;
        return new Cell(FactText.typed(field, value), number);
    }

    private interface Filling {
        void fill(Sheet sheet, Consumer<List<Cell>> rows);
    }

    /** One sheet after the other, so that only one of them is in memory. */
    private static byte[] workbook(Filling filling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Zhirong", "1.0")) {
            for (Sheet sheet : Sheet.values()) {
                Worksheet page = workbook.newWorksheet(sheet.label());
                List<String> heading = sheet.heading();
                for (int i = 0; i < heading.size(); i++) {
                    page.value(0, i, heading.get(i));
                    page.style(0, i).bold().set();
                    page.width(i, WIDTH);
                }
                page.freezePane(0, 1);
                int[] at = {0};
                filling.fill(sheet, row -> write(page, ++at[0], row));
                page.finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook cannot be written to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet page, int at, List<Cell> row) {
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.get(i);
            if (cell.isNumber()) {
                page.value(at, i, new BigDecimal(cell.words()));
            } else if (!cell.words().isEmpty()) {
                // A word is never a formula here, whatever it begins with.
                page.value(at, i, cell.words());
            }
        }
    }

    /** In a transaction of its own, and before anything is handed out: the record of changes is no part of the moment that is read. */
    private void tell(Tenant tenant, String actor, EnterpriseFilter filter, String format) {
        long found = register.count(tenant, filter);
        if (found > MOST_FIRMS) {
            throw Refusal.badField("form", "一次最多导出 " + MOST_FIRMS + " 家企业，现在有 " + found + " 家。请先用条件缩小范围。");
        }
        audit.record(
                tenant, actor, "enterprise.export", "enterprise", format + " firms=" + found + " " + filter.address());
    }
}
