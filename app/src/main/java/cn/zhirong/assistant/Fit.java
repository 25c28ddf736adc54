package cn.zhirong.assistant;

import cn.zhirong.knowledge.Passage;
import java.util.List;
import java.util.regex.Pattern;

/** How well words, and the heading they stand under, suit the kind of fact asked for; added to a candidate's score. */
final class Fit {
    private static final double HEADING = 0.25;
    private static final double LIST = 0.30;
    private static final double LISTED = 0.45;
    private static final double CAP = 0.15;

    private static final Pattern LIMIT_ASKED = Pattern.compile("上限|封顶|最高|最多|不超过");
    private static final Pattern LIMIT = Pattern.compile("不超过(?![^,。;]*的)|最高|上限|封顶|以内|至多|限额|不高于");
    private static final Pattern SHARE = Pattern.compile("\\d[%‰]|分段|分档|按比例");
    /** Who names a sum of his own wants to be told where the line is. */
    private static final Pattern SUM = Pattern.compile("\\d[万亿]");

    private static final Pattern PURPOSE = Pattern.compile("^为了?.{2,60}(制定|现将|现就|特).*|.*制定本(细则|办法|规则|规定|指南)。?$");
    private static final Pattern EXAMPLE = Pattern.compile("示例[：:]|某企业|假定|例如");
    private static final Pattern REFERENCE =
            Pattern.compile("(适用|按照|依照|参照|执行)《[^》]+》(\\([^()]*\\))?(执行|办理|的规定)?[。;]?$");
    private static final Pattern EXAMPLE_ASKED = Pattern.compile("举例|示例|例子");
    private static final List<Pattern> KINDS_OF_RIGHT = List.of(
            Pattern.compile("专利"),
            Pattern.compile("商标"),
            Pattern.compile("著作权|版权"),
            Pattern.compile("地理标志"),
            Pattern.compile("布图设计"));

    private static final Pattern NEGATIVE = Pattern.compile("不计入|不予|不纳入|不在.{0,6}范围|不得|暂停");
    private static final Pattern ANNOUNCES = Pattern.compile("(下列|以下|如下).*[:：]$");
    private static final Pattern INCLUDES = Pattern.compile("包括|分为|包含");

    private Fit() {}

    /** @param sentence the sentence in which the words stand, in normal form */
    static double of(Part part, Passage passage, String words, String sentence) {
        QuestionType type = part.type();
        boolean isTopical = headingFits(type, passage)
                || (type == QuestionType.WHEN || type == QuestionType.WINDOW || type == QuestionType.WHERE)
                        && type.isTopic(words);
        double fit = isTopical ? HEADING : 0;
        if (LIMIT_ASKED.matcher(part.text()).find()) {
            fit += LIMIT.matcher(words).find() ? CAP : -CAP;
        }
        if (type.asksForList() && ANNOUNCES.matcher(sentence).find() && type.named(sentence)) {
            fit += LIST;
        } else if (type == QuestionType.LIST && isListing(words)) {
            fit += LISTED;
        }
        if (part.asksShareOfSum()) {
            fit += SHARE.matcher(words).find() ? LIST : -CAP;
        } else if (SUM.matcher(part.text()).find() && SUM.matcher(words).find()) {
            fit += CAP;
        }
        if (isPurpose(sentence) || isReference(sentence)) {
            fit -= 0.30;
        }
        if (isExample(part, passage)) {
            fit -= 0.25;
        }
        if (isOfAnotherKind(part, sentence)) {
            fit -= 0.40;
        }
        if (type.isRequired() && NEGATIVE.matcher(words).find() && !part.text().contains("不")) {
            fit -= 0.15;
        }
        return fit;
    }

    /** "为了…，制定本办法": it tells why, and never what. */
    static boolean isPurpose(String sentence) {
        return PURPOSE.matcher(sentence).matches();
    }

    /** Words that tell what belongs to something. */
    static boolean isListing(String words) {
        return INCLUDES.matcher(words).find();
    }

    /** "…的时限，适用《…指南》": it only says where to look. */
    static boolean isReference(String sentence) {
        return REFERENCE.matcher(sentence).find();
    }

    /** Figures of an example are nobody's, unless one is asked for. */
    static boolean isExample(Part part, Passage passage) {
        return EXAMPLE.matcher(passage.text()).find()
                && !EXAMPLE_ASKED.matcher(part.text()).find();
    }

    /** What holds for trademarks says nothing about the patents asked for. */
    private static boolean isOfAnotherKind(Part part, String sentence) {
        List<Pattern> asked = KINDS_OF_RIGHT.stream()
                .filter(kind -> kind.matcher(part.text()).find())
                .toList();
        return !asked.isEmpty()
                && asked.stream().noneMatch(kind -> kind.matcher(sentence).find())
                && KINDS_OF_RIGHT.stream()
                        .anyMatch(kind -> kind.matcher(sentence).find());
    }

    /** A heading such as 受理时间 above the words answers when; chapters hold too much to tell. */
    static boolean headingFits(QuestionType type, Passage passage) {
        return passage.trail().stream()
                .filter(heading -> !heading.startsWith("第"))
                .anyMatch(type::isTopic);
    }
}
