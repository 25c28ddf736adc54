package cn.zhirong.rule;

import cn.zhirong.kernel.Rounding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A clause that runs. A rule is data that a bureau writes ({@link RuleYaml}) and never code.
 *
 * @param id small letters, digits and hyphens; versions of one rule share it
 * @param name in Chinese
 * @param each the list whose records are paid for one by one, such as loans; null when the firm itself is
 * @param conditions of the firm
 * @param itemConditions of each record
 * @param roundToFen what is granted is rounded to a multiple of this: 1, 100 for whole yuan
 */
public record Rule(
        String id,
        String name,
        Basis basis,
        @Nullable FactRef each,
        Criterion conditions,
        Criterion itemConditions,
        List<Benefit> benefits,
        List<Cap> caps,
        List<Relation> relations,
        long roundToFen,
        Rounding rounding) {
    public Rule {
        benefits = List.copyOf(benefits);
        caps = List.copyOf(caps);
        relations = List.copyOf(relations);
        if (roundToFen < 1) {
            throw new IllegalArgumentException("rounded to " + roundToFen);
        }
    }

    /** The benefit of that name. */
    public Optional<Benefit> benefit(String name) {
        return benefits.stream().filter(benefit -> benefit.id().equals(name)).findFirst();
    }

    /** The groups whose combined caps its payments count towards; kept with each payment. */
    public Set<String> groups() {
        return Stream.concat(
                        relations.stream()
                                .filter(relation -> relation.way() == Relation.Way.COUNTS_TOWARDS)
                                .map(Relation::with),
                        caps.stream().map(Cap::group).flatMap(Stream::ofNullable))
                .collect(Collectors.toUnmodifiableSet());
    }
}
