package cn.zhirong.enterprise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The list of firms.
 *
 * @param here its address
 * @param edits whether the visitor may add and import
 * @param asked the filter by the names of its fields
 * @param counted how many were found, in a sentence
 * @param pageHref to which the number of a page is appended
 * @param any whether there is any firm at all
 */
public record EnterpriseListView(
        String here,
        boolean edits,
        Map<String, String> asked,
        List<Choice> zones,
        List<Choice> sections,
        List<Choice> sizes,
        List<Choice> honours,
        List<Choice> sorts,
        List<Choice> tables,
        String counted,
        List<Row> rows,
        int page,
        int pages,
        String pageHref,
        boolean any,
        long waiting) {

    /** Something to choose. */
    public record Choice(String value, String text) {}

    /** A firm of the list. */
    public record Row(
            String href,
            String name,
            String creditCode,
            String zone,
            String industry,
            String size,
            String revenue,
            String staff,
            List<String> honours,
            int waiting) {}

    static Row row(String here, EnterpriseRow row, Profile profile, LocalDate today) {
        int year = profile.newestYear(FactField.REVENUE);
        return new Row(
                here + "/" + row.key(),
                row.name(),
                row.creditCode(),
                row.zone().isEmpty() ? FactText.NONE : row.zone(),
                row.industry() == null ? FactText.NONE : new Industry(row.industry()).divisionName(),
                row.sizeClass() == null
                        ? FactText.NONE
                        : SizeClass.valueOf(row.sizeClass()).label(),
                row.revenueFen() == null
                        ? FactText.NONE
                        : FactText.money(row.revenueFen()) + (year == 0 ? "" : "（" + year + "）"),
                row.staff() == null ? FactText.NONE : String.format(Locale.ROOT, "%,d 人", row.staff()),
                profile.items(ItemGroup.HONOUR).stream()
                        .filter(item -> item.holdsOn(today))
                        .map(item -> item.kind() == ItemKind.OTHER_HONOUR
                                        && !item.title().isEmpty()
                                ? item.title()
                                : item.kind().label())
                        .distinct()
                        .toList(),
                row.waiting());
    }

    static List<Choice> sectionChoices() {
        List<Choice> choices = new ArrayList<>();
        Industry.letters()
                .forEach(letter ->
                        choices.add(new Choice(String.valueOf(letter), letter + " " + Industry.sectionName(letter))));
        return choices;
    }

    static List<Choice> sizeChoices() {
        return Arrays.stream(SizeClass.values())
                .map(size -> new Choice(size.name(), size.label()))
                .toList();
    }

    static List<Choice> honourChoices() {
        return ItemGroup.HONOUR.kinds().stream()
                .map(kind -> new Choice(kind.key(), kind.label()))
                .toList();
    }

    static List<Choice> tableChoices() {
        return Arrays.stream(RegisterExport.Sheet.values())
                .map(sheet -> new Choice(sheet.path(), sheet.label()))
                .toList();
    }

    static List<Choice> sortChoices() {
        return List.of(
                new Choice("", "登记先后"),
                new Choice("name", "名称"),
                new Choice("revenue", "营业收入从高到低"),
                new Choice("changed", "最近更新"));
    }
}
