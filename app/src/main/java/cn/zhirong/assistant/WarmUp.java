package cn.zhirong.assistant;

import cn.zhirong.knowledge.PolicySearch;
import java.util.List;

/** Reads word lists and character tables, so that the first question does not wait for them. */
public final class WarmUp {
    private WarmUp() {}

    /** Takes about half a second of one core; needs nothing that is started. */
    public static void run() {
        PolicySearch.warmUp();
        String text = QuestionText.clean("貼息比例是多少？");
        Synonyms.in(QuestionText.normal(text));
        Places.foreign(text, List.of(), List.of());
        Part.of(text, List.of());
        Intent.of(text);
    }
}
