package cn.zhirong.enterprise;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What somebody typed of an entry, once it is found to be right. */
record ItemDraft(
        ItemKind kind,
        String number,
        String title,
        @Nullable LocalDate filedOn,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        String status,
        String parties,
        @Nullable Long amountFen) {
    static final String KIND = "kind";
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_STATUS = 40;
    private static final int LONGEST_PARTIES = 300;

    /** Something wrong: the field and what should be done. */
    record Wrong(String field, String message) {}

    /** Reads all columns of a group by their fields; all that is wrong is added to the list, and then there is no draft. */
    static @Nullable ItemDraft read(ItemGroup group, Function<String, String> typed, List<Wrong> wrong) {
        int before = wrong.size();
        ItemKind kind = ItemKind.of(typed.apply(KIND))
                .filter(it -> it.group() == group)
                .or(() -> ItemKind.typed(group, typed.apply(KIND)))
                .orElse(null);
        if (kind == null) {
            wrong.add(new Wrong(
                    KIND,
                    "类别须是下列之一："
                            + String.join(
                                    "、",
                                    group.kinds().stream().map(ItemKind::label).toList()) + "。"));
        }
        Reading reading = new Reading(group, typed, wrong);
        String number = reading.line(ItemColumn.NUMBER, LONGEST_NUMBER);
        String title = reading.line(ItemColumn.TITLE, LONGEST_TITLE);
        LocalDate filedOn = reading.day(ItemColumn.FILED_ON);
        LocalDate beginsOn = reading.day(ItemColumn.BEGINS_ON);
        LocalDate endsOn = reading.day(ItemColumn.ENDS_ON);
        String status = reading.line(ItemColumn.STATUS, LONGEST_STATUS);
        String parties = reading.line(ItemColumn.PARTIES, LONGEST_PARTIES);
        Long amount = reading.money(ItemColumn.AMOUNT);
        reading.order(ItemColumn.FILED_ON, filedOn, ItemColumn.BEGINS_ON, beginsOn);
        reading.order(ItemColumn.BEGINS_ON, beginsOn, ItemColumn.ENDS_ON, endsOn);
        if (number.isEmpty() && title.isEmpty() && group != ItemGroup.HONOUR) {
            wrong.add(new Wrong(
                    ItemColumn.NUMBER.field(),
                    group.label(ItemColumn.NUMBER) + "和" + group.label(ItemColumn.TITLE) + "至少填一项。"));
        }
        if (kind == null || wrong.size() > before) {
            return null;
        }
        return new ItemDraft(kind, number, title, filedOn, beginsOn, endsOn, status, parties, amount);
    }

    /** Whether an entry says the very same. */
    boolean equalsItem(Item item) {
        return equals(of(item));
    }

    /** Whether an entry is about the same thing: the same kind and number, or title and day where there is no number. */
    boolean isAbout(Item item) {
        return kind == item.kind()
                && (number.isEmpty()
                        ? item.number().isEmpty()
                                && title.equals(item.title())
                                && Objects.equals(beginsOn, item.beginsOn())
                        : number.equals(item.number()));
    }

    static ItemDraft of(Item item) {
        return new ItemDraft(
                item.kind(),
                item.number(),
                item.title(),
                item.filedOn(),
                item.beginsOn(),
                item.endsOn(),
                item.status(),
                item.parties(),
                item.amountFen());
    }

    /** As a form shows it again, by field. */
    Map<String, String> typed() {
        return Map.of(
                KIND,
                kind.key(),
                ItemColumn.NUMBER.field(),
                number,
                ItemColumn.TITLE.field(),
                title,
                ItemColumn.FILED_ON.field(),
                filedOn == null ? "" : filedOn.toString(),
                ItemColumn.BEGINS_ON.field(),
                beginsOn == null ? "" : beginsOn.toString(),
                ItemColumn.ENDS_ON.field(),
                endsOn == null ? "" : endsOn.toString(),
                ItemColumn.STATUS.field(),
                status,
                ItemColumn.PARTIES.field(),
                parties,
                ItemColumn.AMOUNT.field(),
                amountFen == null ? "" : FactText.wan(amountFen));
    }

    /** A group's fields, read one after the other. */
    private record Reading(ItemGroup group, Function<String, String> typed, List<Wrong> wrong) {
        String line(ItemColumn column, int most) {
            String words = words(column);
            try {
                return words.isEmpty() ? "" : FactReader.line(group.label(column), words, 0, most);
            } catch (IllegalArgumentException bad) {
                add(column, bad);
                return "";
            }
        }

        @Nullable
        LocalDate day(ItemColumn column) {
            String words = words(column);
            try {
                return words.isEmpty() ? null : FactReader.day(group.label(column), words);
            } catch (IllegalArgumentException bad) {
                add(column, bad);
                return null;
            }
        }

        @Nullable
        Long money(ItemColumn column) {
            String words = words(column);
            try {
                return words.isEmpty() ? null : FactReader.money(group.label(column), words, 0, FactField.TRILLION);
            } catch (IllegalArgumentException bad) {
                add(column, bad);
                return null;
            }
        }

        void order(ItemColumn first, @Nullable LocalDate one, ItemColumn second, @Nullable LocalDate other) {
            if (one != null && other != null && other.isBefore(one)) {
                wrong.add(new Wrong(
                        second.field(),
                        group.label(second) + " " + other + " 早于" + group.label(first) + " " + one + "。"));
            }
        }

        private String words(ItemColumn column) {
            return group.has(column) ? typed.apply(column.field()).strip() : "";
        }

        private void add(ItemColumn column, IllegalArgumentException bad) {
            wrong.add(new Wrong(column.field(), String.valueOf(bad.getMessage())));
        }
    }
}
