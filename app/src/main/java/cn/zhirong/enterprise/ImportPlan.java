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

    /**
     * Reckons without the rows that are wrong, since a row is taken whole or not at all, until no other one is wrong for that.
     *
     * @param known what is known of those firms of the file that are in the register, by their codes
     */
    static ImportPlan of(List<Line> lines, Map<String, Profile> known) {
        List<Line> left = lines;
        List<Wrong> wrong = new ArrayList<>();
        while (true) {
            ImportPlan plan = attempt(left, known);
            if (plan.wrong.isEmpty()) {
                return new ImportPlan(plan.newFirms, plan.facts, plan.items, plan.firms, plan.unchanged, wrong);
            }
            wrong.addAll(plan.wrong);
            Set<String> bad =
                    plan.wrong.stream().map(it -> it.sheet() + "\n" + it.row()).collect(Collectors.toSet());
            left = left.stream()
                    .filter(line -> !bad.contains(line.sheet() + "\n" + line.row()))
                    .toList();
        }
    }

    private static ImportPlan attempt(List<Line> lines, Map<String, Profile> known) {
        ImportPlan plan = new ImportPlan(
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashSet<>(),
                0,
                new ArrayList<>());
        Map<String, String> names = names(lines);
        Map<Place, Said> said = new HashMap<>();
        Map<String, List<Line>> entries = new HashMap<>();
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
        return new ImportPlan(plan.newFirms, plan.facts, plan.items, plan.firms, unchanged, plan.wrong);
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

    private void item(Line line, ItemDraft draft, @Nullable Profile profile, List<Line> earlier) {
        for (Line one : earlier) {
            ItemDraft said = one.item();
            if (said != null && draft.isAbout(said)) {
                if (!draft.equals(said)) {
                    wrong.add(wrong(line, "", "与第 " + one.row() + " 行是同一条（" + draft.name() + "），内容却不一致。"));
                }
                return;
            }
        }
        earlier.add(line);
        Item same = profile == null ? null : profile.about(draft).orElse(null);
        // What the firm declared gives way, be it the same.
        if (same == null || same.state() == FactState.WAITS || !draft.equalsItem(same)) {
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
