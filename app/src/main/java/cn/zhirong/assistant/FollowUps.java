package cn.zhirong.assistant;

import cn.zhirong.knowledge.Passage;
import cn.zhirong.knowledge.PassageHit;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Questions to go on with, from the headings of the provisions beside those cited. */
final class FollowUps {
    private static final int MOST = 3;

    private FollowUps() {}

    static List<String> of(List<Citation> cited, List<Evidence> evidence) {
        if (cited.isEmpty()) {
            return List.of();
        }
        List<Passage> sameDocument = evidence.stream()
                .flatMap(each -> each.hits().stream())
                .map(PassageHit::passage)
                .filter(passage -> passage.versionId() == cited.getFirst().versionId())
                .distinct()
                .toList();
        int place = sameDocument.stream()
                .filter(passage -> passage.path().equals(cited.getFirst().path()))
                .mapToInt(Passage::position)
                .findFirst()
                .orElse(0);
        Set<String> headings = new LinkedHashSet<>();
        Set<String> answered = new LinkedHashSet<>();
        for (Passage passage : sameDocument) {
            if (cited.stream().anyMatch(citation -> citation.path().equals(passage.path()))) {
                answered.add(HeadingQuestion.heading(passage));
            }
        }
        sameDocument.stream()
                .sorted(Comparator.comparingInt(passage -> Math.abs(passage.position() - place)))
                .map(HeadingQuestion::heading)
                .filter(heading -> heading.length() >= 4 && heading.length() <= 24 && !answered.contains(heading))
                .forEach(headings::add);
        return headings.stream().limit(MOST).map(HeadingQuestion::of).toList();
    }
}
