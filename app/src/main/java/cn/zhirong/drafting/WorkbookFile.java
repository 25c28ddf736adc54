package cn.zhirong.drafting;

import cn.zhirong.database.Json;
import cn.zhirong.drafting.RuleForm.FormProblem;
import cn.zhirong.drafting.RuleWorkbookReader.CellProblem;
import cn.zhirong.enterprise.SheetFile;
import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Verdict;
import cn.zhirong.rule.Vocabulary;
import cn.zhirong.subsidy.FactsJson;
import cn.zhirong.web.Refusal;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A workbook that was sent, as a form and its cases; what cannot be taken is refused by cell. Nothing here asks the database. */
final class WorkbookFile {
    private static final int LONGEST_NAME = 100;

    private final Vocabulary vocabulary;
    private final Json json;
    private final List<CellProblem> problems = new ArrayList<>();
    private final List<RuleCase> cases = new ArrayList<>();

    private WorkbookFile(Vocabulary vocabulary, Json json) {
        this.vocabulary = vocabulary;
        this.json = json;
    }

    /** What a workbook says. */
    record Content(RuleWorkbookReader.Read read, List<RuleCase> cases) {
        FormData data() {
            return read.data();
        }

        /** @throws Refusal when something that is wrong stands in a cell */
        void refuse(List<FormProblem> problems) {
            List<CellProblem> inForm = problems.stream()
                    .map(problem -> new CellProblem(read.cell(problem.field()), problem.words()))
                    .toList();
            if (inForm.stream().anyMatch(problem -> !problem.cell().isEmpty())) {
                throw refused(inForm);
            }
        }
    }

    /** @throws Refusal when it is no table */
    static Map<String, List<RuleWorkbookReader.Row>> sheets(byte[] file) {
        Map<String, List<RuleWorkbookReader.Row>> sheets = new LinkedHashMap<>();
        for (SheetFile.Table table : SheetFile.read(file)) {
            sheets.put(
                    table.name(),
                    table.lines().stream()
                            .map(line -> new RuleWorkbookReader.Row(line.number(), line.cells()))
                            .toList());
        }
        return sheets;
    }

    /** @throws Refusal when it is no workbook of a rule, or a case in it is none */
    static Content read(Map<String, List<RuleWorkbookReader.Row>> sheets, Vocabulary vocabulary, Json json) {
        RuleWorkbookReader.Read read = RuleWorkbookReader.read(sheets, vocabulary);
        WorkbookFile file = new WorkbookFile(vocabulary, json);
        file.problems.addAll(read.problems());
        for (int i = 0; i < read.cases().size(); i++) {
            file.oneCase(read.cases().get(i), "案例第" + (i + 1) + "行");
        }
        if (!file.problems.isEmpty()) {
            throw refused(file.problems);
        }
        return new Content(read, List.copyOf(file.cases));
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
    private void oneCase(List<String> cells, String place) {
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
            cases.add(new RuleCase(0, name, asked, facts.facts(), verdict, fen));
        } catch (DateTimeParseException e) {
            problems.add(new CellProblem(place, "日期“" + cells.get(1) + "”应当写成2026-01-31的形式"));
        } catch (IllegalArgumentException e) {
            problems.add(new CellProblem(place, String.valueOf(e.getMessage())));
        } catch (UncheckedIOException e) {
            problems.add(new CellProblem(place, "“事实”一列不是导出时的写法"));
        }
    }
}
