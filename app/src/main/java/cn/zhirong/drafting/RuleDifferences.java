package cn.zhirong.drafting;

import cn.zhirong.drafting.RuleParts.Part;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.rule.Benefit;
import cn.zhirong.rule.CapScope;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleFinePrint;
import cn.zhirong.rule.RuleYaml;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two versions of a rule, row by row, in words. Conditions, limits and relations come to the same in any order;
 * the order of amounts is told where one limit is used up by one after the other.
 */
final class RuleDifferences {
    private final Rule before;
    private final Rule after;
    private final List<Difference> differences = new ArrayList<>();

    private RuleDifferences(Rule before, Rule after) {
        this.before = before;
        this.after = after;
    }

    /** What became of a row. */
    enum Way {
        ADDED("新增"),
        REMOVED("删去"),
        CHANGED("修改"),
        MOVED_CLAUSE("依据有变");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A row that changed.
     *
     * @param before empty for one that was added
     * @param after empty for one that was removed
     */
    public record Difference(String section, Way way, String before, String after) {}

    /** In the order of the newer version, what was removed after the rest. */
    static List<Difference> between(Rule before, Rule after) {
        RuleDifferences told = new RuleDifferences(before, after);
        told.head();
        told.rows();
        told.turns();
        if (told.differences.isEmpty()) {
            told.written();
        }
        return told.differences;
    }

    private void head() {
        changed("规则", rule -> "代号：" + rule.id());
        if (before.basis().title().equals(after.basis().title())) {
            changed("规则", rule -> "依据的政策代号：" + rule.basis().policy());
        }
        changed("施行", RuleDifferences::days);
    }

    private void rows() {
        List<Part> now = RuleParts.of(after);
        List<Part> left = new ArrayList<>(RuleParts.of(before));
        Map<Part, Part> was = new IdentityHashMap<>();
        // What did not change first, so that of two rows that ask of the same thing each finds its own.
        now.forEach(part -> take(left, old -> isSame(old, part), was, part));
        now.stream()
                .filter(part -> !was.containsKey(part))
                .forEach(part -> take(left, old -> isOfTheSame(old, part), was, part));
        for (Part part : now) {
            Part old = was.get(part);
            if (old == null) {
                add(part.section(), Way.ADDED, "", said(after, part));
            } else if (!isSame(old, part)) {
                boolean moved = old.words().equals(part.words()) && old.fine().equals(part.fine());
                add(
                        part.section(),
                        moved ? Way.MOVED_CLAUSE : Way.CHANGED,
                        said(before, old) + only(old, part),
                        said(after, part) + only(part, old));
            }
        }
        left.forEach(part -> add(part.section(), Way.REMOVED, said(before, part), ""));
    }

    private static void take(List<Part> left, Predicate<Part> fits, Map<Part, Part> was, Part part) {
        for (int i = 0; i < left.size(); i++) {
            if (fits.test(left.get(i))) {
                was.put(part, left.remove(i));
                return;
            }
        }
    }

    private boolean isSame(Part old, Part part) {
        return isOfTheSame(old, part)
                && old.words().equals(part.words())
                && old.fine().equals(part.fine())
                && samePlace(old.clause(), part.clause());
    }

    private static boolean isOfTheSame(Part old, Part part) {
        return old.section().equals(part.section()) && old.key().equals(part.key());
    }

    /** A new version of the same policy is a change of the whole rule, not of each row. */
    private boolean samePlace(@Nullable ProvisionReference old, @Nullable ProvisionReference now) {
        if (old == null || now == null) {
            return old == null && now == null;
        }
        return RuleFinePrint.place(before, old).equals(RuleFinePrint.place(after, now));
    }

    /** Who uses up a limit first, where several have one together. */
    private void turns() {
        if (!sharesALimit(before) && !sharesALimit(after)) {
            return;
        }
        for (Benefit first : after.benefits()) {
            List<String> were = turns(before, after, first);
            List<String> are = turns(after, before, first);
            if (are.getFirst().equals(first.id()) && !were.equals(are)) {
                changed("金额", rule -> "几项共用上限的先后：" + String.join("、", labels(rule, rule == before ? were : are)));
            }
        }
    }

    private static boolean sharesALimit(Rule rule) {
        return rule.caps().stream().anyMatch(cap -> cap.benefit() == null && cap.scope() != CapScope.YEARS);
    }

    /** What is paid to the same, of what both versions have. */
    private static List<String> turns(Rule rule, Rule other, Benefit like) {
        List<String> turns = new ArrayList<>(rule.benefits().stream()
                .filter(benefit -> benefit.to() == like.to())
                .map(Benefit::id)
                .toList());
        turns.removeIf(id ->
                other.benefit(id).filter(benefit -> benefit.to() == like.to()).isEmpty());
        return turns.isEmpty() ? List.of("") : turns;
    }

    private static List<String> labels(Rule rule, List<String> ids) {
        List<String> labels = ids.stream()
                .map(id -> rule.benefit(id).map(Benefit::label).orElse(id))
                .toList();
        return labels.stream().distinct().count() == labels.size() ? labels : ids;
    }

    /** What no words tell is shown as it is written, rather than left out. */
    private void written() {
        List<String> old = new ArrayList<>(RuleYaml.write(before).lines().toList());
        List<String> now = new ArrayList<>(RuleYaml.write(after).lines().toList());
        List<String> same = List.copyOf(now);
        old.forEach(now::remove);
        same.forEach(old::remove);
        if (!old.isEmpty() || !now.isEmpty()) {
            add(
                    "文本",
                    Way.CHANGED,
                    String.join("；", old).strip(),
                    String.join("；", now).strip());
        }
    }

    private void changed(String section, Function<Rule, String> words) {
        String old = words.apply(before);
        String now = words.apply(after);
        if (!old.equals(now)) {
            add(section, Way.CHANGED, old, now);
        }
    }

    private void add(String section, Way way, String old, String now) {
        differences.add(new Difference(section, way, old, now));
    }

    private static String days(Rule rule) {
        LocalDate until = rule.basis().effective().until();
        return "自 " + rule.basis().effective().from() + " 起" + (until == null ? "" : "，至 " + until);
    }

    private static String said(Rule rule, Part part) {
        ProvisionReference clause = part.clause();
        return clause == null ? part.words() : part.words() + "（" + RuleFinePrint.place(rule, clause) + "）";
    }

    /** What is left out of the words of one and not of the other. */
    private static String only(Part one, Part other) {
        List<String> only = new ArrayList<>(one.fine());
        other.fine().forEach(only::remove);
        return only.isEmpty() ? "" : "；" + String.join("；", only);
    }
}
