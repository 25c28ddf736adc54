package cn.zhirong.assistant;

import cn.zhirong.assistant.Finding.Piece;
import cn.zhirong.knowledge.Passage;
import cn.zhirong.knowledge.PassageHit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "关于“某标题”是怎么规定的": the provision under that heading, from its beginning. Follow-up questions are asked so. */
final class HeadingQuestion {
    private static final int MAX_CHARS = 160;
    private static final Pattern QUOTED = Pattern.compile("[“\"](.+)[”\"]");

    private HeadingQuestion() {}

    static String of(String heading) {
        return "关于“" + heading + "”是怎么规定的？";
    }

    /** The first sentences under the heading asked for, or nothing where none is quoted or found. */
    static List<Piece> answer(Evidence evidence) {
        Matcher quoted = QUOTED.matcher(evidence.part().text());
        if (evidence.part().type() != QuestionType.PROVISION || !quoted.find()) {
            return List.of();
        }
        String heading = QuestionText.normal(quoted.group(1));
        return evidence.hits().stream()
                .filter(hit -> QuestionText.normal(heading(hit.passage())).equals(heading))
                .findFirst()
                .map(HeadingQuestion::beginning)
                .orElse(List.of());
    }

    private static List<Piece> beginning(PassageHit hit) {
        List<Piece> pieces = new ArrayList<>();
        int chars = 0;
        for (Span sentence : Span.sentences(hit.passage().text())) {
            chars += sentence.length();
            if (!pieces.isEmpty() && chars > MAX_CHARS) {
                break;
            }
            pieces.add(new Piece("", hit, sentence, "。"));
        }
        return pieces;
    }

    /** The innermost heading above a passage, without its number. */
    static String heading(Passage passage) {
        return passage.trail().isEmpty()
                ? ""
                : passage.trail().getLast().replaceFirst("^([(（]?[一二三四五六七八九十\\d]+[)）、.．]|第[^ 章节条]+[章节条])\\s*", "");
    }
}
