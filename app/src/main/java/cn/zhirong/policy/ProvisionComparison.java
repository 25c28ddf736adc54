package cn.zhirong.policy;

import cn.zhirong.document.Provision;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares two texts of a policy provision by provision. Provisions with the same words are found first, wherever their number
 * went; between them those are paired that carry the same number or say much the same; what is left came or went.
 */
final class ProvisionComparison {
    /** Share of common character pairs from which a provision counts as the old one reworded. */
    private static final double ALIKE = 0.45;
    /** The same number on the same rank is a sign by itself, so that less likeness is enough. */
    private static final double ALIKE_AT_SAME_PLACE = 0.2;
    /** Beyond so many pairs likeness is not computed, only the number decides: a rewrite of a whole statute. */
    private static final long MOST_PAIRS = 250_000;

    private ProvisionComparison() {}

    /** Every provision of both texts exactly once, in the order of the later text, with what went at its old place. */
    static List<ProvisionChange> between(List<Provision> before, List<Provision> after) {
        List<ProvisionChange> changes = new ArrayList<>();
        int at = 0;
        int to = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(keys(before), keys(after)).getDeltas()) {
            while (at < delta.getSource().getPosition()) {
                changes.add(new ProvisionChange(before.get(at++), after.get(to++)));
            }
            int atEnd = at + delta.getSource().size();
            int toEnd = to + delta.getTarget().size();
            pair(before.subList(at, atEnd), after.subList(to, toEnd), changes);
            at = atEnd;
            to = toEnd;
        }
        while (at < before.size()) {
            changes.add(new ProvisionChange(before.get(at++), after.get(to++)));
        }
        return changes;
    }

    /** The words decide; a provision without any is known by its number. */
    private static List<String> keys(List<Provision> provisions) {
        return provisions.stream()
                .map(it -> {
                    String words = ProvisionChange.squeezed(it);
                    return it.kind() + ":" + (words.isEmpty() ? it.path() : words);
                })
                .toList();
    }

    private static void pair(List<Provision> before, List<Provision> after, List<ProvisionChange> changes) {
        boolean few = (long) before.size() * after.size() <= MOST_PAIRS;
        List<Set<String>> old = before.stream().map(ProvisionComparison::pairs).toList();
        int next = 0;
        for (Provision fresh : after) {
            int partner = partner(before, old, fresh, next, few);
            if (partner < 0) {
                changes.add(new ProvisionChange(null, fresh));
                continue;
            }
            while (next < partner) {
                changes.add(new ProvisionChange(before.get(next++), null));
            }
            changes.add(new ProvisionChange(before.get(next++), fresh));
        }
        while (next < before.size()) {
            changes.add(new ProvisionChange(before.get(next++), null));
        }
    }

    /** The one that is most like it among those not yet told, or -1; of equals the first. */
    private static int partner(List<Provision> before, List<Set<String>> old, Provision fresh, int next, boolean few) {
        Set<String> words = pairs(fresh);
        int best = -1;
        double bestLikeness = 0;
        for (int i = next; i < before.size(); i++) {
            Provision candidate = before.get(i);
            boolean samePlace = candidate.path().equals(fresh.path());
            if (candidate.kind() != fresh.kind() || (!few && !samePlace)) {
                continue;
            }
            double likeness = likeness(old.get(i), words);
            boolean enough = likeness >= (samePlace ? ALIKE_AT_SAME_PLACE : ALIKE);
            if (enough && likeness > bestLikeness) {
                best = i;
                bestLikeness = likeness;
            }
        }
        return best;
    }

    private static double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        Set<String> smaller = one.size() < other.size() ? one : other;
        Set<String> larger = smaller == one ? other : one;
        long common = smaller.stream().filter(larger::contains).count();
        return 2.0 * common / (one.size() + other.size());
    }

    private static Set<String> pairs(@Nullable Provision provision) {
        String words = provision == null ? "" : ProvisionChange.squeezed(provision);
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < words.length(); i++) {
            pairs.add(words.substring(i, i + 2));
        }
        return pairs;
    }
}
