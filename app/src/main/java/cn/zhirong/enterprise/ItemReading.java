package cn.zhirong.enterprise;

import cn.zhirong.enterprise.ItemDraft.Wrong;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of an entry one after the other. A column that the group does not have is not looked at.
 *
 * @param typed what was typed, by field
 * @param wrong to which all that is wrong is added
 */
record ItemReading(ItemGroup group, Function<String, String> typed, List<Wrong> wrong) {
    /** No loan costs more, no tax takes more. */
    private static final long MOST_PPM = 1_000_000;

    /** The entry; null where anything is wrong. */
    @Nullable
    ItemDraft read() {
        int before = wrong.size();
        ItemKind kind = kind();
        String number = line(ItemColumn.NUMBER);
        String title = line(ItemColumn.TITLE);
        LocalDate filedOn = day(ItemColumn.FILED_ON);
        LocalDate beginsOn = day(ItemColumn.BEGINS_ON);
        LocalDate endsOn = day(ItemColumn.ENDS_ON);
        String status = status();
        String parties = line(ItemColumn.PARTIES);
        Long amount = money(ItemColumn.AMOUNT);
        ItemTerms terms = terms();
        order(ItemColumn.FILED_ON, filedOn, ItemColumn.BEGINS_ON, beginsOn);
        order(ItemColumn.BEGINS_ON, beginsOn, ItemColumn.ENDS_ON, endsOn);
        order(ItemColumn.BEGINS_ON, beginsOn, ItemColumn.SETTLED_ON, terms.settledOn());
        partOf(amount, terms.ipAmountFen());
        settled(status, terms.settledOn());
        ItemDraft draft = kind == null
                ? null
                : new ItemDraft(kind, number, title, filedOn, beginsOn, endsOn, status, parties, amount, terms);
        if (draft != null) {
            named(draft);
        }
        return wrong.size() > before ? null : draft;
    }

    private @Nullable ItemKind kind() {
        String words = typed.apply(ItemDraft.KIND);
        ItemKind kind = ItemKind.of(words)
                .filter(it -> it.group() == group)
                .or(() -> ItemKind.typed(group, words))
                .orElse(null);
        if (kind == null) {
            String kinds = group.kinds().stream().map(ItemKind::label).collect(Collectors.joining("、"));
            wrong.add(new Wrong(ItemDraft.KIND, "类别须是下列之一：" + kinds + "。"));
        }
        return kind;
    }

    private ItemTerms terms() {
        ItemTerms terms = new ItemTerms(
                money(ItemColumn.IP_AMOUNT),
                money(ItemColumn.INTEREST),
                rate(),
                pledge(),
                day(ItemColumn.REGISTERED_ON),
                day(ItemColumn.SETTLED_ON),
                line(ItemColumn.SECOND_PARTY),
                line(ItemColumn.BELONGS_TO),
                flag());
        return terms.equals(ItemTerms.NONE) ? ItemTerms.NONE : terms;
    }

    /** An entry must say what it is of; one that says that there is nothing says nothing else. */
    private void named(ItemDraft draft) {
        if (draft.kind().saysNothing()) {
            for (ItemColumn column : group.columns()) {
                if (!draft.typed(column).isEmpty()) {
                    wrong.add(new Wrong(
                            column.field(), "类别是“" + draft.kind().label() + "”，" + group.label(column) + "须空着。"));
                }
            }
        } else if (group == ItemGroup.EVENT && draft.beginsOn() == null) {
            wrong.add(new Wrong(ItemColumn.BEGINS_ON.field(), group.label(ItemColumn.BEGINS_ON) + "须填写。"));
        } else if (!group.has(ItemColumn.TITLE) || group == ItemGroup.LOAN) {
            if (draft.number().isEmpty()) {
                wrong.add(new Wrong(ItemColumn.NUMBER.field(), group.label(ItemColumn.NUMBER) + "须填写。"));
            }
        } else if (group != ItemGroup.HONOUR
                && group != ItemGroup.EVENT
                && draft.number().isEmpty()
                && draft.title().isEmpty()) {
            wrong.add(new Wrong(
                    ItemColumn.NUMBER.field(),
                    group.label(ItemColumn.NUMBER) + "和" + group.label(ItemColumn.TITLE) + "至少填一项。"));
        }
    }

    private String line(ItemColumn column) {
        return or("", column, words -> FactReader.line(group.label(column), words, 0, column.longest()));
    }

    private String status() {
        List<String> choices = group.choices(ItemColumn.STATUS);
        return or("", ItemColumn.STATUS, words -> {
            if (choices.isEmpty()) {
                return FactReader.line(group.label(ItemColumn.STATUS), words, 0, ItemColumn.STATUS.longest());
            }
            String word = FactReader.normal(words);
            String choice = group == ItemGroup.PROPERTY
                    ? PropertyStatus.typed(word).map(PropertyStatus::label).orElse("")
                    : word;
            if (!choices.contains(choice)) {
                throw FactReader.wrong(
                        group.label(ItemColumn.STATUS), "须是 " + String.join("、", choices) + " 之一", words);
            }
            return choice;
        });
    }

    /** Each kind once, in the order of the list. */
    private String pledge() {
        return or("", ItemColumn.PLEDGE, words -> {
            List<String> kinds = Arrays.stream(FactReader.normal(words).split("[、,;/\\s]+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (kinds.equals(List.of(ItemGroup.NO_PLEDGE))) {
                return ItemGroup.NO_PLEDGE;
            }
            if (kinds.isEmpty() || !ItemGroup.PLEDGES.containsAll(kinds)) {
                throw FactReader.wrong(
                        group.label(ItemColumn.PLEDGE),
                        "须从 " + String.join("、", ItemGroup.PLEDGES) + " 里选，有几种的用顿号分开，没有质押的写“" + ItemGroup.NO_PLEDGE
                                + "”",
                        words);
            }
            return ItemGroup.PLEDGES.stream().filter(kinds::contains).collect(Collectors.joining("、"));
        });
    }

    private @Nullable LocalDate day(ItemColumn column) {
        return or(null, column, words -> FactReader.day(group.label(column), words));
    }

    private @Nullable Long money(ItemColumn column) {
        return or(null, column, words -> FactReader.money(group.label(column), words, 0, FactField.TRILLION));
    }

    private @Nullable Long rate() {
        return or(null, ItemColumn.RATE, words -> FactReader.rate(group.label(ItemColumn.RATE), words, 0, MOST_PPM));
    }

    private @Nullable Boolean flag() {
        return or(null, ItemColumn.SUBSIDISED, words -> FactReader.flag(group.label(ItemColumn.SUBSIDISED), words));
    }

    private void order(ItemColumn first, @Nullable LocalDate one, ItemColumn second, @Nullable LocalDate other) {
        if (one != null && other != null && other.isBefore(one)) {
            wrong.add(new Wrong(
                    second.field(), group.label(second) + " " + other + " 早于" + group.label(first) + " " + one + "。"));
        }
    }

    private void partOf(@Nullable Long whole, @Nullable Long part) {
        if (whole != null && part != null && part > whole) {
            wrong.add(new Wrong(
                    ItemColumn.IP_AMOUNT.field(),
                    group.label(ItemColumn.IP_AMOUNT) + " " + FactText.wan(part) + " 万元多于"
                            + group.label(ItemColumn.AMOUNT) + " " + FactText.wan(whole) + " 万元。"));
        }
    }

    private void settled(String status, @Nullable LocalDate settledOn) {
        boolean saysSettled = status.equals(ItemGroup.SETTLED);
        if (group == ItemGroup.LOAN && !status.isEmpty() && saysSettled != (settledOn != null)) {
            wrong.add(new Wrong(
                    ItemColumn.SETTLED_ON.field(), saysSettled ? "还款情况是“已结清”，结清日期须填写。" : "填了结清日期，还款情况须是“已结清”。"));
        }
    }

    private interface Reader<T extends @Nullable Object> {
        T read(String words);
    }

    private <T extends @Nullable Object> T or(T nothing, ItemColumn column, Reader<T> reader) {
        String words = group.has(column) ? typed.apply(column.field()).strip() : "";
        try {
            return words.isEmpty() ? nothing : reader.read(words);
        } catch (IllegalArgumentException bad) {
            wrong.add(new Wrong(column.field(), String.valueOf(bad.getMessage())));
            return nothing;
        }
    }
}
