package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.assistant.SaidFirm;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.StandardFacts;
import cn.zhirong.subsidy.BundledProgramme;
import cn.zhirong.subsidy.Calculation;
import cn.zhirong.subsidy.Calculator;
import cn.zhirong.subsidy.ProgrammeFiles;
import cn.zhirong.subsidy.SubsidyFixture;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the reviewer's sheet shows of an application is what the calculator showed the firm, to the byte. */
class SameSheetTest {
    private static final long SEED = 20_261_122;
    private static final int FIRMS = 1_000;
    private static final LocalDate DAY = LocalDate.of(2026, 5, 20);
    private static final TestServer SERVER = TestServer.get();
    private static final Tenant BUREAU = SubsidyFixture.like("zhaoqing");

    @Test
    void a_sheet_without_findings_reads_as_the_calculator() {
        Calculator calculator = SERVER.bean(Calculator.class);
        Sheets sheets = SERVER.bean(Sheets.class);
        int compared = 0;
        for (BundledProgramme.Case one : cases()) {
            compared += compare(calculator, sheets, one.facts(), one.asked(), one.name());
        }
        assertThat(compared).isGreaterThan(150);
    }

    @Test
    void a_thousand_firms_read_the_same_in_sheet_and_calculator() {
        Calculator calculator = SERVER.bean(Calculator.class);
        Sheets sheets = SERVER.bean(Sheets.class);
        Random random = new Random(SEED);
        int compared = 0;
        for (int number = 0; number < FIRMS; number++) {
            String said = SaidFirm.next(random);
            compared += compare(calculator, sheets, SaidFirm.understood(said, DAY), DAY, "seed " + SEED + ", " + said);
        }
        assertThat(compared).isGreaterThan(FIRMS * 3);
    }

    /** How many programmes were compared; what a firm cannot say for an officer it does not say to either. */
    private static int compare(Calculator calculator, Sheets sheets, Facts said, LocalDate day, String firm) {
        Facts facts = said;
        for (String name : said.all().keySet()) {
            facts = StandardFacts.catalogue().find(name).isEmpty() ? facts.without(name) : facts;
        }
        Calculation calculation = calculator.all(BUREAU, facts, day, List.of());
        for (Calculation.Result result : calculation.results()) {
            ApplicationRow row = row(sheets, result, facts, day);
            Sheet sheet = sheets.sheet(BUREAU, row, Findings.none(day));
            assertThat(sheet.trace().bytes())
                    .as(result.programme().code() + " of " + firm)
                    .isEqualTo(result.trace().bytes());
        }
        return calculation.results().size();
    }

    private static List<BundledProgramme.Case> cases() {
        return ProgrammeFiles.bundled().bureaus().stream()
                .filter(bureau -> bureau.slug().equals("zhaoqing"))
                .flatMap(bureau -> bureau.programmes().stream())
                .flatMap(programme -> programme.cases().stream())
                .toList();
    }

    private static ApplicationRow row(Sheets sheets, Calculation.Result result, Facts facts, LocalDate day) {
        return new ApplicationRow(
                1L,
                BUREAU.id(),
                "2026-CS-000001",
                result.programme().id(),
                result.version().id(),
                0,
                "云山科技",
                ApplicationRow.Origin.APPLIED,
                State.ACCEPTED,
                0,
                "he",
                day,
                Instant.EPOCH,
                day,
                sheets.write(facts),
                "",
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                null);
    }
}
