package cn.zhirong.assistant;

import cn.zhirong.knowledge.Passage;
import java.util.regex.Pattern;

/** How well words, and the heading they stand under, suit the kind of fact asked for; added to a candidate's score. */
final class Fit {
    private static final double HEADING = 0.25;
    private static final double LIST = 0.30;
    private static final double CAP = 0.15;

    private static final Pattern LIMIT_ASKED = Pattern.compile("上限|封顶|最高|最多|不超过");
    private static final Pattern LIMIT = Pattern.compile("不超过(?![^,。;]*的)|最高|上限|封顶|以内|至多|限额|不高于");
    /** Who names a sum of his own wants to be told where the line is. */
    private static final Pattern SUM = Pattern.compile("\\d[万亿]");

    private static final Pattern PURPOSE = Pattern.compile("^为了?.{2,60}(制定|现将|现就|特).*|.*制定本(细则|办法|规则|规定|指南)。?$");
    private static final Pattern EXAMPLE = Pattern.compile("示例[：:]|某企业|假定|例如");
    private static final Pattern NEGATIVE = Pattern.compile("不计入|不予|不纳入|不在.{0,6}范围|不得|暂停");
    private static final Pattern ANNOUNCES = Pattern.compile("(下列|以下|如下).*[:：]$");
    private static final Pattern INCLUDES = Pattern.compile("包括|分为|包含");

    private Fit() {}

    /** @param sentence the sentence in which the words stand, in normal form */
    static double of(Part part, Passage passage, String words, String sentence) {
        QuestionType type = part.type();
        boolean isTopical = headingFits(type, passage)
                || (type == QuestionType.WHEN || type == QuestionType.WHERE) && type.isTopic(words);
        double fit = isTopical ? HEADING : 0;
        if (LIMIT_ASKED.matcher(part.text()).find()) {
            fit += LIMIT.matcher(words).find() ? CAP : -CAP;
        }
        if (type.asksForList() && ANNOUNCES.matcher(sentence).find() && type.named(sentence)) {
            fit += LIST;
        } else if (type == QuestionType.LIST && INCLUDES.matcher(words).find()) {
            fit += LIST;
        }
        if (SUM.matcher(part.text()).find() && SUM.matcher(words).find()) {
            fit += CAP;
        }
        if (PURPOSE.matcher(sentence).matches()) {
            fit -= 0.30;
        }
        if (EXAMPLE.matcher(passage.text()).find() && !part.text().matches(".*(举例|示例|例子).*")) {
            fit -= 0.25;
        }
        if (type.isRequired() && NEGATIVE.matcher(words).find() && !part.text().contains("不")) {
            fit -= 0.15;
        }
        return fit;
    }

    /** A heading such as 受理时间 above the words answers when; chapters hold too much to tell. */
    static boolean headingFits(QuestionType type, Passage passage) {
        return passage.trail().stream()
                .filter(heading -> !heading.startsWith("第"))
                .anyMatch(type::isTopic);
    }
}
