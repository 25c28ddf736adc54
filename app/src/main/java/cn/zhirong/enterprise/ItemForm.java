package cn.zhirong.enterprise;

import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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

    /**
     * The form of another entry, as an officer or the firm itself sees it.
     *
     * @param page the address of the firm's page
     */
    static View adding(
            Profile profile, String page, ItemGroup group, boolean declares, FilledForm typed, LocalDate today) {
        return new View(
                (declares ? "申报" : "添加") + group.label(),
                profile.name(),
                page + "/items/new",
                back(page, group),
                declares,
                group.path(),
                typed.orElse(ItemDraft.KIND, ""),
                kinds(group),
                inputs(group, Map.of(), typed),
                typed.orElse("asOf", today.toString()),
                typed.orElse("evidence", ""),
                today.toString(),
                "",
                "",
                typed.problems());
    }

    /** The form of one that is there; an officer's. */
    static View changing(Profile profile, String page, Item item, FilledForm typed, LocalDate today) {
        ItemGroup group = item.kind().group();
        String here = page + "/items/" + item.id();
        return new View(
                "更改" + group.label(),
                profile.name(),
                here,
                back(page, group),
                false,
                group.path(),
                typed.orElse(ItemDraft.KIND, item.kind().key()),
                kinds(group),
                inputs(group, ItemDraft.of(item).typed(), typed),
                typed.orElse("asOf", today.toString()),
                typed.orElse("evidence", item.evidence()),
                today.toString(),
                item.state() == FactState.STANDS ? here + "/closing" : "",
                typed.get("reason"),
                typed.problems());
    }

    /** What stands in the form of one that is there when closing it is refused. */
    static Map<String, String> closing(Item item, String reason, LocalDate today) {
        Map<String, String> fields = new HashMap<>(ItemDraft.of(item).typed());
        fields.put(ItemDraft.KIND, item.kind().key());
        fields.put("asOf", today.toString());
        fields.put("evidence", item.evidence());
        fields.put("reason", reason);
        return fields;
    }

    /** The part of the firm's page on which the list stands. */
    static String back(String page, ItemGroup group) {
        return page + "?part=" + group.path();
    }

    private static List<FactsForm.Choice> kinds(ItemGroup group) {
        return group.kinds().stream()
                .map(kind -> new FactsForm.Choice(kind.key(), kind.label()))
                .toList();
    }

    /** The columns of the group with what is there, or with what was typed. */
    private static List<FactsForm.Input> inputs(ItemGroup group, Map<String, String> known, FilledForm typed) {
        return group.columns().stream()
                .map(column -> new FactsForm.Input(
                        column.field(),
                        group.label(column),
                        kind(group, column),
                        ItemHints.of(group, column),
                        column.unit(),
                        typed.orElse(column.field(), known.getOrDefault(column.field(), "")),
                        choices(group, column)))
                .toList();
    }

    private static String kind(ItemGroup group, ItemColumn column) {
        if (!choices(group, column).isEmpty()) {
            return "choice";
        }
        return column.type() == ItemColumn.Type.DAY ? "date" : column.isNumber() ? "number" : "text";
    }

    private static List<FactsForm.Choice> choices(ItemGroup group, ItemColumn column) {
        List<String> words = column.type() == ItemColumn.Type.FLAG ? List.of("否", "是") : group.choices(column);
        return words.stream().map(word -> new FactsForm.Choice(word, word)).toList();
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
