package cn.zhirong.drafting;

import cn.zhirong.drafting.RuleParts.Part;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.rule.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What changed between two versions of a rule, row by row, in words. */
final class RuleDifferences {
    private RuleDifferences() {}

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

    /** In the order of the newer version, what was removed after the rest of its section. */
    static List<Difference> between(Rule before, Rule after) {
        Map<String, Part> old = byKey(before);
        Map<String, Part> now = byKey(after);
        List<Difference> differences = new ArrayList<>();
        if (!before.basis().effective().equals(after.basis().effective())) {
            differences.add(new Difference("施行", Way.CHANGED, days(before), days(after)));
        }
        now.forEach((key, part) -> {
            Part was = old.get(key);
            if (was == null) {
                differences.add(new Difference(part.section(), Way.ADDED, "", said(part)));
            } else if (!was.words().equals(part.words())) {
                differences.add(new Difference(part.section(), Way.CHANGED, said(was), said(part)));
            } else if (!samePlace(was.clause(), part.clause())) {
                differences.add(new Difference(part.section(), Way.MOVED_CLAUSE, said(was), said(part)));
            }
        });
        old.forEach((key, part) -> {
            if (!now.containsKey(key)) {
                differences.add(new Difference(part.section(), Way.REMOVED, said(part), ""));
            }
        });
        return differences;
    }

    private static String days(Rule rule) {
        LocalDate until = rule.basis().effective().until();
        return "自 " + rule.basis().effective().from() + " 起" + (until == null ? "" : "，至 " + until);
    }

    private static Map<String, Part> byKey(Rule rule) {
        Map<String, Part> parts = new LinkedHashMap<>();
        RuleParts.of(rule).forEach(part -> parts.put(part.section() + " " + part.key(), part));
        return parts;
    }

    private static String said(Part part) {
        ProvisionReference clause = part.clause();
        return clause == null ? part.words() : part.words() + "（" + clause.path() + "）";
    }

    /** A new version of the same policy is a change of the whole rule, not of each row. */
    private static boolean samePlace(@Nullable ProvisionReference one, @Nullable ProvisionReference other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return Objects.equals(one.policy(), other.policy()) && Objects.equals(one.path(), other.path());
    }
}
