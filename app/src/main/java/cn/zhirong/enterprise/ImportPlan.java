package cn.zhirong.enterprise;

import cn.zhirong.enterprise.ImportReading.Line;
import cn.zhirong.enterprise.ImportReading.Wrong;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file would change, compared with what is known: the same for the dry run and for taking it in.
 *
 * @param newFirms names by their codes
 * @param facts to be added
 * @param items to be added, some of them in the place of others
 * @param firms all that the file speaks of, by their codes
 */
record ImportPlan(
        Map<String, String> newFirms,
        List<PlannedFact> facts,
        List<PlannedItem> items,
        Set<String> firms,
        int unchanged,
        List<Wrong> wrong) {

    /** A fact of a firm by its code. */
    record PlannedFact(String creditCode, FactField field, Line line, FactValue value) {
        int year() {
            return field.isYearly() ? line.year() : 0;
        }
    }

    /**
     * An entry of a firm by its code.
     *
     * @param replaced those it takes the place of: what it corrects, and what the firm declared of the same thing
     */
    record PlannedItem(String creditCode, ItemDraft draft, Line line, List<Item> replaced) {}

    /** One fact of one firm of one year, in one file. */
    private record Place(String creditCode, FactField field, int year) {}

    /** One entry of one firm, in one file. */
    private record Entry(String creditCode, ItemDraft.Subject subject) {}

    private record Said<T>(T value, Line line) {}

    /** What the rows that are taken have said so far. */
    private record Earlier(Map<Place, Said<FactValue>> facts, Map<Entry, Said<ItemDraft>> items) {}

    /**
     * Goes through the rows in their order. A row is taken whole or not at all: one that contradicts an earlier row is left out, and
     * is as if it had never been said.
     *
     * @param known what is known of those firms of the file that are in the register, by their codes
     */
    static ImportPlan of(List<Line> lines, Map<String, Profile> known) {
        ImportPlan plan = new ImportPlan(
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashSet<>(),
                0,
                new ArrayList<>());
        Map<String, String> names = names(lines);
        Earlier earlier = new Earlier(new HashMap<>(), new HashMap<>());
        int unchanged = 0;
        for (Line line : lines) {
            String code = line.creditCode();
            Profile profile = known.get(code);
            String name = names.get(code);
            if (profile == null && name == null) {
                plan.wrong.add(wrong(line, FactField.NAME.label(), "企业库里没有这家企业，须填企业名称才能新增。"));
                continue;
            }
            List<Wrong> contradictions = contradictions(line, earlier);
            if (!contradictions.isEmpty()) {
                plan.wrong.addAll(contradictions);
                continue;
            }
            int before = plan.facts.size() + plan.items.size();
            plan.take(line, profile, earlier);
            boolean changes = plan.facts.size() + plan.items.size() > before;
            if (profile != null) {
                plan.firms.add(code);
                unchanged += changes ? 0 : 1;
            } else if (changes && name != null) {
                plan.firms.add(code);
                plan.newFirms.put(code, name);
            }
        }
        return new ImportPlan(plan.newFirms, plan.facts, plan.items, plan.firms, unchanged, plan.wrong);
    }

    private static List<Wrong> contradictions(Line line, Earlier earlier) {
        List<Wrong> wrong = new ArrayList<>();
        ItemDraft draft = line.item();
        if (draft != null) {
            Said<ItemDraft> said = earlier.items().get(new Entry(line.creditCode(), draft.subject()));
            if (said != null && !said.value().equals(draft)) {
                String column = draft.kind().group().heading(ItemColumn.NUMBER);
                wrong.add(wrong(line, column, "与第 " + said.line().row() + " 行不一致：同一企业的同一条有两种内容。"));
            }
            return wrong;
        }
        line.facts().forEach((field, value) -> {
            Place place = place(line, field);
            Said<FactValue> said = earlier.facts().get(place);
            if (said != null && !said.value().equals(value)) {
                wrong.add(wrong(
                        line,
                        field.heading(),
                        "与第 " + said.line().row() + " 行不一致：同一企业"
                                + (place.year() > 0 ? " " + place.year() + " 年" : "")
                                + "有两个不同的值 " + FactText.shown(field, said.value()) + " 和 "
                                + FactText.shown(field, value) + "。"));
            }
        });
        return wrong;
    }

    private void take(Line line, @Nullable Profile profile, Earlier earlier) {
        ItemDraft draft = line.item();
        if (draft != null) {
            Entry entry = new Entry(line.creditCode(), draft.subject());
            if (earlier.items().putIfAbsent(entry, new Said<>(draft, line)) == null) {
                item(line, draft, profile);
            }
            return;
        }
        line.facts().forEach((field, value) -> {
            if (earlier.facts().putIfAbsent(place(line, field), new Said<>(value, line)) == null) {
                fact(line, field, value, profile);
            }
        });
    }

    private static Place place(Line line, FactField field) {
        return new Place(line.creditCode(), field, field.isYearly() ? line.year() : 0);
    }

    private void fact(Line line, FactField field, FactValue value, @Nullable Profile profile) {
        Place place = place(line, field);
        Fact there = profile == null ? null : profile.ofBureau(field, place.year());
        boolean isKnown =
                there != null && there.value().equals(value) && !line.asOf().isAfter(there.asOf());
        boolean wasKnown = profile != null
                && profile.history().stream()
                        .anyMatch(fact -> fact.field() == field
                                && fact.year() == place.year()
                                && fact.isOfBureau()
                                && fact.value().equals(value)
                                && fact.asOf().equals(line.asOf()));
        if (!isKnown && !wasKnown) {
            facts.add(new PlannedFact(line.creditCode(), field, line, value));
        }
    }

    private void item(Line line, ItemDraft draft, @Nullable Profile profile) {
        List<Item> same = profile == null
                ? List.of()
                : profile.items(draft.kind().group()).stream()
                        .filter(draft::isAbout)
                        .toList();
        if (same.stream().noneMatch(item -> item.state() == FactState.STANDS && draft.equalsItem(item))) {
            items.add(new PlannedItem(line.creditCode(), draft, line, same));
        }
    }

    /** The first name that the file says of each firm, in whichever sheet. */
    private static Map<String, String> names(List<Line> lines) {
        Map<String, String> names = new HashMap<>();
        for (Line line : lines) {
            String name = line.name();
            if (name != null) {
                names.putIfAbsent(line.creditCode(), name);
            }
        }
        return names;
    }

    private static Wrong wrong(Line line, String column, String message) {
        return new Wrong(line.sheet(), line.row(), column, message);
    }
}
