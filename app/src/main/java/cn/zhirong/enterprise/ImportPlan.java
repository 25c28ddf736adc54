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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** An entry of a firm by its code; {@code replaced} is the one it corrects, or null. */
    record PlannedItem(
            String creditCode,
            ItemDraft draft,
            Line line,
            @Nullable Item replaced) {}

    /** One fact of one firm of one year, in one file. */
    private record Place(String creditCode, FactField field, int year) {}

    private record Said(FactValue value, Line line) {}

    /** @param known what is known of those firms of the file that are in the register, by their codes */
    static ImportPlan of(List<Line> lines, Map<String, Profile> known) {
        ImportPlan plan = new ImportPlan(
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashSet<>(),
                0,
                new ArrayList<>());
        Map<String, String> names = names(lines);
        Map<Place, Said> said = new HashMap<>();
        Map<String, List<ItemDraft>> entries = new HashMap<>();
        int unchanged = 0;
        for (Line line : lines) {
            String code = line.creditCode();
            Profile profile = known.get(code);
            if (profile == null) {
                String name = names.get(code);
                if (name == null) {
                    plan.wrong.add(wrong(line, FactField.NAME.label(), "企业库里没有这家企业，须填企业名称才能新增。"));
                    continue;
                }
                plan.newFirms.put(code, name);
            }
            plan.firms.add(code);
            int before = plan.facts.size() + plan.items.size() + plan.wrong.size();
            if (line.item() == null) {
                line.facts().forEach((field, value) -> plan.fact(line, field, value, profile, said));
            } else {
                plan.item(line, line.item(), profile, entries.computeIfAbsent(code, it -> new ArrayList<>()));
            }
            if (plan.facts.size() + plan.items.size() + plan.wrong.size() == before && profile != null) {
                unchanged++;
            }
        }
        plan.leaveOutWrongRows();
        return new ImportPlan(plan.newFirms, plan.facts, plan.items, plan.firms, unchanged, plan.wrong);
    }

    /** A row is taken whole or not at all, and a firm with none of its rows is not taken either. */
    private void leaveOutWrongRows() {
        Set<String> bad = wrong.stream().map(it -> it.sheet() + "\n" + it.row()).collect(Collectors.toSet());
        if (bad.isEmpty()) {
            return;
        }
        facts.removeIf(fact -> bad.contains(place(fact.line())));
        items.removeIf(item -> bad.contains(place(item.line())));
        Set<String> left = Stream.concat(
                        facts.stream().map(PlannedFact::creditCode),
                        items.stream().map(PlannedItem::creditCode))
                .collect(Collectors.toSet());
        newFirms.keySet().retainAll(left);
        firms.retainAll(left);
    }

    private static String place(Line line) {
        return line.sheet() + "\n" + line.row();
    }

    private void fact(Line line, FactField field, FactValue value, @Nullable Profile profile, Map<Place, Said> said) {
        Place place = new Place(line.creditCode(), field, field.isYearly() ? line.year() : 0);
        Said earlier = said.putIfAbsent(place, new Said(value, line));
        if (earlier != null) {
            if (!earlier.value().equals(value)) {
                wrong.add(wrong(
                        line,
                        field.heading(),
                        "与第 " + earlier.line().row() + " 行不一致：同一企业"
                                + (place.year() > 0 ? " " + place.year() + " 年" : "")
                                + "有两个不同的值 " + FactText.shown(field, earlier.value()) + " 和 "
                                + FactText.shown(field, value) + "。"));
            }
            return;
        }
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

    private void item(Line line, ItemDraft draft, @Nullable Profile profile, List<ItemDraft> earlier) {
        if (earlier.contains(draft)) {
            return;
        }
        earlier.add(draft);
        Item same = profile == null
                ? null
                : profile.items(draft.kind().group()).stream()
                        .filter(item -> item.state() == FactState.STANDS && draft.isAbout(item))
                        .findFirst()
                        .orElse(null);
        if (same == null || !draft.equalsItem(same)) {
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
