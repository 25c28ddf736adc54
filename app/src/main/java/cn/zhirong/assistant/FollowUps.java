package cn.zhirong.assistant;

import cn.zhirong.assistant.Finding.Stated;
import cn.zhirong.knowledge.Passage;
import cn.zhirong.knowledge.PassageHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Questions to go on with, from the headings of the provisions beside those cited; only such as get an answer there. */
final class FollowUps {
    private static final int MOST = 3;
    private static final int TRIED = 8;
    private static final Pattern DULL = Pattern.compile("总则|附则|范围|附件|说明|有关事项|.*[:：]");

    private FollowUps() {}

    static List<String> of(List<Citation> cited, List<Evidence> evidence) {
        Optional<PassageHit> begin = cited.stream()
                .findFirst()
                .flatMap(citation -> evidence.stream()
                        .flatMap(each -> each.hits().stream())
                        .filter(hit -> hit.passage().versionId() == citation.versionId()
                                && hit.passage().shelf().equals(citation.shelf()))
                        .min(Comparator.comparing(hit -> !hit.passage().path().equals(citation.path()))));
        if (begin.isEmpty()) {
            return List.of();
        }
        List<PassageHit> document = evidence.getFirst().ofVersion(begin.get());
        int place = begin.get().passage().position();
        Set<String> answered = new LinkedHashSet<>();
        Set<String> headings = new LinkedHashSet<>();
        document.stream()
                .sorted(Comparator.comparingInt(hit -> Math.abs(hit.passage().position() - place)))
                .map(PassageHit::passage)
                .forEach(passage -> {
                    boolean isCited =
                            cited.stream().anyMatch(citation -> citation.path().equals(passage.path()));
                    (isCited ? answered : headings).add(topic(passage));
                });
        headings.removeAll(answered);
        List<String> questions = new ArrayList<>();
        headings.stream()
                .filter(heading -> heading.length() >= 4
                        && heading.length() <= 20
                        && !DULL.matcher(heading).matches())
                .limit(TRIED)
                .forEach(heading -> {
                    String question = HeadingQuestion.of(heading);
                    if (questions.size() < MOST && isAnswered(question, heading, document, evidence.getFirst())) {
                        questions.add(question);
                    }
                });
        return List.copyOf(questions);
    }

    /** The heading of the division, not of a single item under it. */
    private static String topic(Passage passage) {
        return passage.trail().isEmpty()
                ? ""
                : HeadingQuestion.words(passage.trail().getFirst());
    }

    private static boolean isAnswered(String question, String heading, List<PassageHit> document, Evidence evidence) {
        Part part = Part.of(QuestionText.clean(question), List.of()).getFirst();
        long policy = document.getFirst().passage().policyId();
        return Composer.compose(evidence.of(part.after(List.of(policy)), document)) instanceof Stated stated
                && stated.pieces().stream()
                        .anyMatch(piece -> topic(piece.hit().passage()).equals(heading));
    }
}
