package cn.zhirong.enterprise;

import cn.zhirong.web.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one firm, for officers and, with less to do, for the firm itself.
 *
 * @param here its address
 * @param own whether the firm itself looks at it
 * @param edits whether the visitor may change or declare something
 * @param head what tells it from others
 * @param part which tab is open: {@code basic}, {@code years}, a group's path, or {@code history}
 * @param waiting declarations to answer, or not answered yet
 * @param figures of the newest year
 * @param years the columns of the table of years, the newest first
 * @param nextYears years for which figures can be entered
 * @param list the open list, or null
 */
public record ProfileView(
        String here,
        boolean own,
        boolean edits,
        String name,
        List<Pair> head,
        List<Tab> tabs,
        String part,
        List<Waiting> waiting,
        List<Figure> figures,
        List<Known> facts,
        List<String> years,
        List<YearRow> yearRows,
        List<YearLink> nextYears,
        @Nullable ListView list,
        List<Past> history,
        List<Refusal.Field> problems) {

    /** A line of the head. */
    public record Pair(String key, String value) {}

    /** A part of the page. */
    public record Tab(String href, String text, boolean current) {}

    /** A declaration that waits: what it says, what the bureau knows, where it is answered. */
    public record Waiting(
            String id,
            String what,
            String declared,
            String known,
            String asOf,
            String evidence,
            String by,
            String answer) {}

    /** One number worth knowing. */
    public record Figure(String label, String value, String unit, String note) {}

    /** A fact with where it comes from. */
    public record Known(String label, String value, String source, String tone, String asOf, String evidence) {}

    /** A field through the years. */
    public record YearRow(String label, List<YearCell> cells) {}

    /** A field of a year; {@code source} is empty where the value is computed or not known. */
    public record YearCell(String value, String source, String tone) {}

    /** A year to enter. */
    public record YearLink(String year, String href, String text) {}

    /** One of the firm's lists. */
    public record ListView(String label, String addHref, List<Column> columns, List<Entry> entries) {}

    /** A column of a list. */
    public record Column(String key, String text, String kind) {}

    /** An entry; its cells in the order of the columns. */
    public record Entry(
            List<String> cells,
            String state,
            String stateTone,
            String source,
            String tone,
            String href,
            String takeBack) {}

    /** Something that was entered once. */
    public record Past(
            String at,
            String what,
            String value,
            String source,
            String asOf,
            String evidence,
            String by,
            String state,
            String answer) {}
}
