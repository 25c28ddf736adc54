package cn.zhirong.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rules with all their versions: which holds on a day. Drafts for comment never hold. */
public final class RuleBook {
    private final List<Rule> rules;

    /** @throws IllegalArgumentException when two versions of one rule hold on the same day */
    public RuleBook(Collection<Rule> all) {
        List<Rule> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(Rule::id)
                .thenComparing(rule -> rule.basis().effective().from()));
        for (int i = 1; i < sorted.size(); i++) {
            Rule before = sorted.get(i - 1);
            Rule after = sorted.get(i);
            boolean both = !before.basis().draftForComment() && !after.basis().draftForComment();
            if (both
                    && before.id().equals(after.id())
                    && before.basis().effective().overlaps(after.basis().effective())) {
                throw new IllegalArgumentException("two versions of " + after.id() + " hold on the same day");
            }
        }
        this.rules = List.copyOf(sorted);
    }

    /** Every rule that holds on the day, by id. */
    public List<Rule> inForceOn(LocalDate day) {
        return rules.stream()
                .filter(rule -> !rule.basis().draftForComment()
                        && rule.basis().effective().contains(day))
                .toList();
    }

    /** The version of a rule that holds on the day. */
    public Optional<Rule> find(String id, LocalDate day) {
        return inForceOn(day).stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
