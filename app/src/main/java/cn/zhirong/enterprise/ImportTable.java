package cn.zhirong.enterprise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table mean, told by its heading: facts of firms, or entries of one group. Columns that only explain (where
 * an export says from where it knows) are read over.
 *
 * @param group of which the rows are entries; null where they are facts
 * @param columns in their order; null where a column is read over
 */
record ImportTable(@Nullable ItemGroup group, List<@Nullable Column> columns) {
    private static final int SHOWN = 20;
    static final String CODE = "统一社会信用代码";
    static final String YEAR = "年度";
    static final String KIND = "类别";
    static final String AS_OF = "数据日期";
    static final String EVIDENCE = "依据";

    /** In exports: of which day each fact of a row is, and from where. */
    static final String ORIGINS = "各项日期和来源";

    /** Columns of our own exports that nobody enters. */
    private static final Set<String> EXPLAINING = Set.of(
            "来源",
            "状态",
            "企业规模",
            "行业",
            "本站账号",
            ORIGINS,
            FactField.RESEARCH_SHARE.heading(),
            FactField.RESEARCH_STAFF_SHARE.heading());

    /** What a column holds. */
    sealed interface Column {
        /** One of those that every table has: {@link ImportTable#CODE}, {@link ImportTable#YEAR} and so on. */
        record Common(String heading) implements Column {}

        /** A fact. */
        record OfFact(FactField field) implements Column {}

        /** A part of an entry, by the field of {@link ItemDraft}. */
        record OfItem(String heading, String field) implements Column {}
    }

    /** A heading that can be read, or what is wrong with it. */
    record Recognised(@Nullable ImportTable table, List<String> problems) {
        Recognised {
            problems = List.copyOf(problems);
        }
    }

    static Recognised of(List<String> heading) {
        List<String> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        heading.forEach(cell -> names.add(plain(cell)));
        if (!names.contains(CODE)) {
            return new Recognised(null, List.of("第一行须是表头，并且有“" + CODE + "”一列。"));
        }
        ItemGroup group = null;
        if (names.contains(KIND)) {
            group = group(names).orElse(null);
            if (group == null) {
                return new Recognised(
                        null,
                        List.of("有“" + KIND + "”一列，但看不出是"
                                + Arrays.stream(ItemGroup.values())
                                        .map(ItemGroup::label)
                                        .collect(Collectors.joining("、"))
                                + "里的哪一种，请用模板里的表头。"));
            }
        }
        List<@Nullable Column> columns = new ArrayList<>();
        Set<Column> seen = new HashSet<>();
        for (String cell : heading) {
            String name = plain(cell);
            Column column = name.isEmpty() || EXPLAINING.contains(name) ? null : column(group, name);
            if (column == null && !name.isEmpty() && !EXPLAINING.contains(name)) {
                problems.add("不认识“" + FactText.shortened(cell, SHOWN) + "”这一列，请用模板里的表头，或者删去这一列。");
            } else if (column != null && !seen.add(column)) {
                problems.add("“" + name + "”这一列出现了两次。");
            }
            columns.add(column);
        }
        boolean yearly = seen.stream()
                .anyMatch(column ->
                        column instanceof Column.OfFact fact && fact.field().isYearly());
        if (yearly && !names.contains(YEAR)) {
            problems.add("有年度数据，须有“" + YEAR + "”一列。");
        }
        return new Recognised(problems.isEmpty() ? new ImportTable(group, columns) : null, problems);
    }

    /** The heading of a template or an export; the firm's name is there in every table so that people can read it. */
    static List<String> heading(@Nullable ItemGroup group, boolean yearly) {
        List<String> heading = new ArrayList<>();
        heading.add(CODE);
        heading.add(FactField.NAME.heading());
        if (group == null) {
            if (yearly) {
                heading.add(YEAR);
            }
            FactField.entered(yearly).stream()
                    .filter(field -> field != FactField.NAME)
                    .forEach(field -> heading.add(field.heading()));
        } else {
            heading.add(KIND);
            group.columns().forEach(column -> heading.add(group.heading(column)));
        }
        heading.add(AS_OF);
        heading.add(EVIDENCE);
        return heading;
    }

    private static Optional<ItemGroup> group(Set<String> names) {
        return List.of(ItemGroup.values()).stream()
                .filter(group -> names.contains(plain(group.heading(ItemColumn.NUMBER))))
                .findFirst();
    }

    private static @Nullable Column column(@Nullable ItemGroup group, String name) {
        if (List.of(CODE, AS_OF, EVIDENCE).contains(name) || group == null && name.equals(YEAR)) {
            return new Column.Common(name);
        }
        if (group == null) {
            for (FactField field : FactField.values()) {
                if (!field.isComputed() && (name.equals(plain(field.heading())) || name.equals(plain(field.label())))) {
                    return new Column.OfFact(field);
                }
            }
            return null;
        }
        if (name.equals(FactField.NAME.label())) {
            return new Column.OfFact(FactField.NAME);
        }
        if (name.equals(KIND)) {
            return new Column.OfItem(KIND, ItemDraft.KIND);
        }
        for (ItemColumn column : group.columns()) {
            if (name.equals(plain(group.heading(column))) || name.equals(plain(group.label(column)))) {
                return new Column.OfItem(group.heading(column), column.field());
            }
        }
        return null;
    }

    /** Without spaces and with one kind of brackets. */
    private static String plain(String cell) {
        return cell.replaceAll("[\\s*]", "").replace('(', '（').replace(')', '）');
    }
}
