package cn.zhirong.assistant;

import cn.zhirong.knowledge.Passage;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two documents in force that name different figures for one thing are both shown; no figure is chosen or averaged. */
final class Conflict {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    /** What is said after both: it is for an officer to apply it. */
    static final String RULE = "两份现行文件的规定不同，一般以上级文件和较新的文件为准，适用哪一份请向经办部门确认。";

    private static final double ALIKE = 0.4;

    private Conflict() {}

    /** The best words of another document that answer as well and name other figures. */
    static Optional<Candidate> rival(Part part, Candidate best, List<Candidate> candidates) {
        if (!part.type().isRequired()) {
            return Optional.empty();
        }
        Set<String> figures = Figures.of(best.text());
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        return candidates.stream()
                .filter(other ->
                        other.hit().passage().policyId() != best.hit().passage().policyId())
                .filter(other -> other.answers()
                        && other.own() >= 0.9 * best.own()
                        && other.inContext() >= 0.9 * best.inContext()
                        && other.score() >= 0.8 * best.score()
                        && saysAlike(best.words(), other.words()))
                .findFirst()
                .filter(other ->
                        !Figures.of(other.text()).isEmpty() && Collections.disjoint(Figures.of(other.text()), figures));
    }

    /** Only sentences that read alike but for their figures can contradict one another. */
    private static boolean saysAlike(String one, String other) {
        Set<String> first = pairs(one);
        Set<String> second = pairs(other);
        Set<String> shared = new HashSet<>(first);
        shared.retainAll(second);
        return shared.size() >= ALIKE * Math.min(first.size(), second.size());
    }

    private static Set<String> pairs(String words) {
        String bare = words.replaceAll("[\\d.%‰\\p{Punct}，。；、：]+", "");
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= bare.length(); i++) {
            pairs.add(bare.substring(i, i + 2));
        }
        return pairs;
    }

    /** {@code 市级文件（2024年3月1日）：}. */
    static String lead(Passage passage) {
        LocalDate day = passage.signedOn() != null ? passage.signedOn() : passage.publishedOn();
        return passage.level().label() + "文件" + (day == null ? "" : "（" + DAY.format(day) + "）") + "：";
    }
}
