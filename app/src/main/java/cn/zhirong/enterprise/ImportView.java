package cn.zhirong.enterprise;

import cn.zhirong.enterprise.ImportReading.Wrong;
import cn.zhirong.web.Refusal;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The form for a table.
 *
 * @param here address of the register
 * @param rows tables that came before
 */
public record ImportView(
        String here,
        String asOf,
        String evidence,
        String today,
        int megabytes,
        int mostRows,
        List<Row> rows,
        List<Refusal.Field> problems) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Enterprises.ZONE);

    /** A table that came before. */
    public record Row(String href, String name, String at, String by, String state, String told) {}

    /**
     * What a dry run found, or what was taken in.
     *
     * @param open whether it is to be decided
     * @param takes what the button says; empty where there is nothing to take
     */
    public record Report(
            String here,
            String list,
            String name,
            String state,
            boolean open,
            String takes,
            List<Figure> figures,
            List<Problem> problems,
            int more,
            List<Pair> facts) {

        static Report of(String list, ImportRow row, ImportReport report) {
            boolean open = row.state() == ImportRow.State.CHECKED;
            return new Report(
                    list + "/import/" + row.key(),
                    list,
                    row.fileName(),
                    row.state().label(),
                    open,
                    open && report.changesAnything() ? takes(report) : "",
                    List.of(
                            new Figure("数据行", report.rows(), report.unchanged() + " 行与已有数据一致"),
                            new Figure("新增企业", report.newFirms(), "另有 " + report.knownFirms() + " 家已在企业库"),
                            new Figure("新增数据", report.facts() + report.items(), "原有数据保留在变更历史里"),
                            new Figure("有错的行", report.wrongRows(), report.wrongRows() > 0 ? "不会导入" : "")),
                    report.wrong().stream().map(Report::problem).toList(),
                    report.wrongs() - report.wrong().size(),
                    List.of(
                            new Pair("上传", TIME.format(row.createdAt()) + " " + row.createdBy()),
                            new Pair("数据日期", row.asOf().toString()),
                            new Pair("依据", row.evidence())));
        }

        private static String takes(ImportReport report) {
            return report.wrongRows() > 0
                    ? "导入其余 " + (report.rows() - report.wrongRows()) + " 行"
                    : "导入 " + report.rows() + " 行";
        }

        private static Problem problem(Wrong wrong) {
            return new Problem(
                    (wrong.sheet().isEmpty() ? "" : wrong.sheet() + " ") + "第 " + wrong.row() + " 行",
                    wrong.column().isEmpty() ? FactText.NONE : wrong.column(),
                    wrong.message());
        }
    }

    /** One number worth knowing. */
    public record Figure(String label, int value, String note) {}

    /** Something wrong. */
    public record Problem(String place, String column, String message) {}

    /** A line of the head. */
    public record Pair(String key, String value) {}

    static Row row(String here, ImportRow row, ImportReport report) {
        return new Row(
                here + "/" + row.key(),
                row.fileName(),
                TIME.format(row.createdAt()),
                row.createdBy(),
                row.state().label(),
                report.rows() + " 行，有错 " + report.wrongRows() + " 行");
    }
}
