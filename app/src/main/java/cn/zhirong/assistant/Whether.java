package cn.zhirong.assistant;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What stands before the clause where somebody asks yes or no. Yes is said only where the clause says it without condition of
 * tense or negation; else the clause is left to speak.
 */
final class Whether {
    private static final String NEUTRAL = "文件的规定是：";

    private static final Pattern DOUBTFUL = Pattern.compile("不|未|没有|禁止|除外|非|无|探索|鼓励|研究|拟|有望|正在|逐步|计划|争取|征求|试点");

    private Whether() {}

    static String lead(Part part, Candidate best) {
        boolean asksYesOrNo = QuestionType.WHETHER.asked().matcher(part.text()).find();
        if (!asksYesOrNo || part.type() == QuestionType.COUNT) {
            return "";
        }
        Set<String> asserted = new TreeSet<>(Figures.of(part.text()));
        Set<String> stated = Figures.of(best.text());
        if (!asserted.isEmpty()) {
            asserted.removeAll(stated);
            return asserted.isEmpty() || stated.isEmpty() ? NEUTRAL : "不是。" + NEUTRAL;
        }
        // Whether a window is open today depends on the day; the reader is told the days.
        if (part.type() == QuestionType.WINDOW) {
            return NEUTRAL;
        }
        if (best.own() < 0.5
                || DOUBTFUL.matcher(best.words()).find()
                || part.text().contains("不")) {
            return NEUTRAL;
        }
        String text = part.text();
        if (text.contains("有没有") || text.matches(".*有.*吗.*")) {
            return "有。";
        }
        if (text.matches(".*(能|可以|可否|行不行).*")) {
            return "可以。";
        }
        return text.matches(".*(给|会|补|奖|贴).*") ? "会。" : NEUTRAL;
    }
}
