package cn.zhirong.assistant;

import cn.zhirong.assistant.Finding.Piece;
import cn.zhirong.knowledge.Passage;
import cn.zhirong.knowledge.PassageHit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "某标题有什么规定": the provision under that heading, from its beginning. Follow-up questions are asked so. */
final class HeadingQuestion {
    private static final int MAX_CHARS = 160;
    private static final Pattern QUOTED = Pattern.compile("[“\"](?<quoted>.+)[”\"]|^(?<bare>.+?)有什么规定");

    private static final Pattern ASKS = Pattern.compile("[？?吗]$|什么|多少|多久|几|怎样|怎么|如何|哪|谁|能不能|可不可以|是否|有没有|会不会");
    private static final List<Map.Entry<Pattern, String>> ENDINGS = List.of(
            Map.entry(Pattern.compile("(时间|日期)$"), "是什么时候？"),
            Map.entry(Pattern.compile("(时限|期限)$"), "是多久？"),
            Map.entry(Pattern.compile("(地点|窗口|地址)$"), "在哪里？"),
            Map.entry(Pattern.compile("(条件|材料|对象|情形|方式|措施|职责|要求|目标|内容)$"), "有哪些？"),
            Map.entry(Pattern.compile("(流程|程序)$"), "是怎样的？"),
            Map.entry(Pattern.compile("(标准|比例|金额|额度|上限)$"), "是多少？"));

    private HeadingQuestion() {}

    /** A natural question for a heading; one that asks already is used as it is. */
    static String of(String heading) {
        if (ASKS.matcher(heading).find()) {
            return heading.replaceAll("[？?。]+$", "") + "？";
        }
        for (Map.Entry<Pattern, String> ending : ENDINGS) {
            if (ending.getKey().matcher(heading).find()) {
                return heading + ending.getValue();
            }
        }
        return heading + "有什么规定？";
    }

    /** The first sentences under the heading asked for, or nothing where none is quoted or found. */
    static List<Piece> answer(Evidence evidence) {
        Matcher quoted = QUOTED.matcher(evidence.part().text());
        if (evidence.part().type() != QuestionType.PROVISION || !quoted.find()) {
            return List.of();
        }
        String heading =
                QuestionText.normal(quoted.group("quoted") == null ? quoted.group("bare") : quoted.group("quoted"));
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
        return passage.trail().isEmpty() ? "" : words(passage.trail().getLast());
    }

    /** A heading without its number. */
    static String words(String heading) {
        return heading.replaceFirst("^([(（]?[一二三四五六七八九十\\d]+[)）、.．]|第[^ 章节条]+[章节条])\\s*", "");
    }
}
