package cn.zhirong.assistant;

import cn.zhirong.knowledge.Passage;
import java.util.List;

/** Notices that a thing asked for is named only in a document that does not hold: 数据知识产权 is not 知识产权. */
final class Lapsed {
    private static final int LONG = 3;
    private static final int ENOUGH = 2;

    private Lapsed() {}

    /** Whether two or more runs of three characters stand in {@code old} and in nothing that holds. */
    static boolean isOnlyThere(String asked, Passage old, Evidence holding) {
        String words = QuestionText.normal(asked);
        String there = Candidates.context(old);
        List<String> here = holding.hits().stream()
                .map(hit -> Candidates.context(hit.passage()))
                .toList();
        int only = 0;
        for (int i = 0; i + LONG <= words.length(); i++) {
            String run = words.substring(i, i + LONG);
            boolean isWords = run.chars().allMatch(Character::isIdeographic);
            only += isWords && there.contains(run) && here.stream().noneMatch(text -> text.contains(run)) ? 1 : 0;
        }
        return only >= ENOUGH;
    }
}
