package cn.zhirong.drafting;

import cn.zhirong.access.Audit;
import cn.zhirong.database.Json;
import cn.zhirong.drafting.Drafts.Draft;
import cn.zhirong.drafting.RuleWorkbookReader.CellProblem;
import cn.zhirong.enterprise.SheetFile;
import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Verdict;
import cn.zhirong.rule.Vocabulary;
import cn.zhirong.subsidy.FactsJson;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.RuleVersionRow;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rules as workbooks: what leaves the house, and what comes back as a draft with its cases. */
@Singleton
class WorkbookDesk {
    private static final int LONGEST_NAME = 100;

    private final Drafts drafts;
    private final Cases cases;
    private final Json json;
    private final Audit audit;

    WorkbookDesk(Drafts drafts, Cases cases, Json json, Audit audit) {
        this.drafts = drafts;
        this.cases = cases;
        this.json = json;
        this.audit = audit;
    }

    /** A draft that was made from a workbook, and how much of it is not in order yet. */
    record Taken(long id, int problems) {}

    /** @throws Refusal when a version says something that no form, and so no workbook, can show */
    @Transactional
    byte[] give(Tenant tenant, String actor, Draft draft) {
        FormData data = draft.form().data();
        if (data == null) {
            throw Refusal.unprocessable("text-only", "这一版有只能用文本写的内容，不能导出为表格。请在“文本”里改。");
        }
        List<List<String>> rows =
                cases.of(tenant, draft.id()).stream().map(this::row).toList();
        audit.record(tenant, actor, "rule.export", "rule/" + draft.id(), "xlsx，" + rows.size() + "个案例");
        return RuleWorkbook.write(data, drafts.vocabulary(tenant), rows);
    }

    private List<String> row(RuleCase one) {
        Long fen = one.expectedFen();
        return List.of(
                one.name(),
                one.asked().toString(),
                one.expected().label(),
                fen == null
                        ? ""
                        : BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString(),
                json.write(FactsJson.write(one.facts())));
    }

    /**
     * A new draft of what a workbook says, right or wrong.
     *
     * @throws Refusal when it is no workbook of a rule, or a case in it is none: nothing is kept then
     */
    @Transactional
    Taken take(Tenant tenant, String actor, Programme programme, byte[] file) {
        Map<String, List<RuleWorkbookReader.Row>> sheets = new LinkedHashMap<>();
        for (SheetFile.Table table : SheetFile.read(file)) {
            sheets.put(
                    table.name(),
                    table.lines().stream()
                            .map(line -> new RuleWorkbookReader.Row(line.number(), line.cells()))
                            .toList());
        }
        Vocabulary vocabulary = drafts.vocabulary(tenant);
        RuleWorkbookReader.Read read = RuleWorkbookReader.read(sheets, vocabulary);
        List<CellProblem> problems = new ArrayList<>(read.problems());
        List<RuleCase> found = new ArrayList<>();
        for (int i = 0; i < read.cases().size(); i++) {
            oneCase(read.cases().get(i), "案例第" + (i + 1) + "行", vocabulary, problems, found);
        }
        if (!problems.isEmpty()) {
            throw refused(problems);
        }
        RuleForm form = drafts.form(tenant, programme, read.data());
        List<CellProblem> inForm = form.problems().stream()
                .map(problem -> new CellProblem(read.cell(problem.field()), problem.words()))
                .toList();
        if (inForm.stream().anyMatch(problem -> !problem.cell().isEmpty())) {
            throw refused(inForm);
        }
        RuleVersionRow row = drafts.begin(tenant, actor, programme, read.data());
        found.forEach(one -> cases.keep(tenant, actor, row.key(), one));
        return new Taken(row.key(), form.problems().size());
    }

    private static Refusal refused(List<CellProblem> problems) {
        List<Refusal.Field> fields = problems.stream()
                .limit(50)
                .map(problem -> new Refusal.Field(
                        "file", (problem.cell().isEmpty() ? "" : problem.cell() + "：") + problem.words() + "。"))
                .toList();
        return Refusal.badInput(fields.getFirst().message(), fields);
    }

    @SuppressWarnings("unchecked") // an object of JSON has texts for keys
    private void oneCase(
            List<String> cells, String place, Vocabulary vocabulary, List<CellProblem> problems, List<RuleCase> found) {
        try {
            String name = cells.get(0);
            if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
                throw new IllegalArgumentException("案例名称须为 1 至 " + LONGEST_NAME + " 个字");
            }
            LocalDate asked = LocalDate.parse(cells.get(1));
            if (asked.getYear() < 1990 || asked.getYear() > 2100) {
                throw new IllegalArgumentException("申请日应当在 1990 年至 2100 年之间");
            }
            Verdict verdict = Stream.of(Verdict.values())
                    .filter(one -> one.label().equals(cells.get(2)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("预期结论应当是符合、不符合、待补充或者待经办判断"));
            Long fen = cells.get(3).isEmpty()
                    ? null
                    : Money.written(cells.get(3) + "元")
                            .map(Money::fen)
                            .filter(amount -> amount >= 0)
                            .orElseThrow(() -> new IllegalArgumentException("预期金额应当是以元为单位的数，精确到分"));
            Map<String, ?> object = json.read(cells.get(4).isEmpty() ? "{}" : cells.get(4), Map.class);
            FactsJson.Reading facts = FactsJson.read(object, vocabulary.facts(), asked);
            facts.problems().forEach(problem -> problems.add(new CellProblem(place, problem.message())));
            found.add(new RuleCase(0, name, asked, facts.facts(), verdict, fen));
        } catch (DateTimeParseException e) {
            problems.add(new CellProblem(place, "日期“" + cells.get(1) + "”应当写成2026-01-31的形式"));
        } catch (IllegalArgumentException e) {
            problems.add(new CellProblem(place, String.valueOf(e.getMessage())));
        } catch (java.io.UncheckedIOException e) {
            problems.add(new CellProblem(place, "“事实”一列不是导出时的写法"));
        }
    }
}
