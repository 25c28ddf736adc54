package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.rule.Facts;
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
import org.junit.jupiter.api.Test;

/** What the reviewer's sheet shows of an application is what the calculator showed the firm, to the byte. */
class SameSheetTest {
    private static final TestServer SERVER = TestServer.get();
    private static final Tenant BUREAU = SubsidyFixture.like("zhaoqing");

    @Test
    void a_sheet_without_findings_reads_as_the_calculator() {
        Calculator calculator = SERVER.bean(Calculator.class);
        Sheets sheets = SERVER.bean(Sheets.class);
        int compared = 0;
        for (BundledProgramme.Case one : cases()) {
            Calculation calculation = calculator.all(BUREAU, one.facts(), one.asked(), List.of());
            for (Calculation.Result result : calculation.results()) {
                ApplicationRow row = row(sheets, result, one.facts(), one.asked());
                Sheet sheet = sheets.sheet(BUREAU, row, Findings.none(one.asked()));
                assertThat(sheet.trace().bytes())
                        .as(result.programme().code() + " of " + one.name())
                        .isEqualTo(result.trace().bytes());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(150);
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
