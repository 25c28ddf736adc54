package cn.zhirong.assistant;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The figures of a text: amounts, rates, dates, document numbers, clause references. An answer may hold only such figures as
 * stand in the words it cites.
 */
final class Figures {
    private static final Pattern FIGURE = Pattern.compile("\\d+(?:\\.\\d+)?(?:万|亿|%|‰|年|月|日|倍|个百分点|个基点)?"
            + "|第[零〇一二三四五六七八九十百千\\d]+[编章节条款项]"
            + "|[零〇一二两三四五六七八九十百千]+(?:万|亿|元|%|‰|倍|成)");

    private Figures() {}

    /** The figures of a text in normal form: 五十亿元 and 50 亿元 are both 50亿. */
    static Set<String> of(String text) {
        Set<String> figures = new LinkedHashSet<>();
        Matcher found = FIGURE.matcher(QuestionText.normal(text));
        while (found.find()) {
            figures.add(found.group());
        }
        return figures;
    }

    /** The figures of {@code text} that stand in none of the {@code cited} words, in order of the alphabet. */
    static Set<String> unsupported(String text, Collection<String> cited) {
        Set<String> missing = new TreeSet<>(of(text));
        for (String words : cited) {
            missing.removeAll(of(words));
        }
        return missing;
    }
}
