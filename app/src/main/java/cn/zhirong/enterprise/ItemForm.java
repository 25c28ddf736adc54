package cn.zhirong.enterprise;

import cn.zhirong.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The form of one entry of a list: for officers and for the firm itself. */
final class ItemForm {
    private ItemForm() {}

    /**
     * The form as it is shown.
     *
     * @param here where it is sent
     * @param back where the list is
     * @param closing where the entry is closed, or empty
     * @param reason why it is closed, as typed
     */
    public record View(
            String title,
            String name,
            String here,
            String back,
            boolean declares,
            String group,
            String kind,
            List<FactsForm.Choice> kinds,
            List<FactsForm.Input> inputs,
            String asOf,
            String evidence,
            String today,
            String closing,
            String reason,
            List<Refusal.Field> problems) {}

    static List<FactsForm.Choice> kinds(ItemGroup group) {
        return group.kinds().stream()
                .map(kind -> new FactsForm.Choice(kind.key(), kind.label()))
                .toList();
    }

    /** The columns of the group with what is there, or with what was typed. */
    static List<FactsForm.Input> inputs(ItemGroup group, Map<String, String> known, Typed typed) {
        return group.columns().stream()
                .map(column -> new FactsForm.Input(
                        column.field(),
                        group.label(column),
                        column.isDay() ? "date" : column == ItemColumn.AMOUNT ? "number" : "text",
                        column == ItemColumn.PARTIES && group == ItemGroup.PROPERTY ? "有几个共有人的，用顿号分开；没有的不填。" : "",
                        column == ItemColumn.AMOUNT ? "万元" : "",
                        typed.orElse(column.field(), known.getOrDefault(column.field(), "")),
                        List.of()))
                .toList();
    }

    /**
     * Reads it whole.
     *
     * @throws Refusal with all that is wrong
     */
    static ItemDesk.Entered read(ItemGroup group, Map<String, String> typed, LocalDate today) {
        List<ItemDraft.Wrong> bad = new ArrayList<>();
        ItemDraft draft = ItemDraft.read(group, field -> typed.getOrDefault(field, ""), bad);
        List<Refusal.Field> wrong = new ArrayList<>();
        bad.forEach(it -> wrong.add(new Refusal.Field(it.field(), it.message())));
        LocalDate asOf = FactsForm.asOf(typed, today, wrong);
        String evidence = FactsForm.evidence(typed, wrong);
        if (draft == null || !wrong.isEmpty()) {
            throw Refusal.badInput("有几处需要改正。", wrong);
        }
        return new ItemDesk.Entered(draft, asOf, evidence);
    }

    /** Why an entry is closed. */
    static String reason(Map<String, String> typed) {
        try {
            return FactReader.line("撤销原因", typed.getOrDefault("reason", ""), 2, 300);
        } catch (IllegalArgumentException bad) {
            throw Refusal.badField("reason", String.valueOf(bad.getMessage()));
        }
    }
}
