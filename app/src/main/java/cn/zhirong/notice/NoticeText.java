package cn.zhirong.notice;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is written for one kind of notice, with merge fields such as {@code {{链接}}}.
 *
 * @param subject one line
 * @param words plain text
 */
public record NoticeText(String subject, String words) {
    private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([^{}\\s]{1,30})\\s*}}");

    /** The names of its merge fields, each once. */
    List<String> fields() {
        return FIELD.matcher(subject + words)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** Fills every field; one that nobody gave stays empty, and what a value says is not looked at again. */
    NoticeText fill(Map<String, String> fields) {
        return new NoticeText(
                fill(subject, fields)
                        .replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ")
                        .strip(),
                fill(words, fields));
    }

    private static String fill(String text, Map<String, String> fields) {
        return FIELD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(fields.getOrDefault(found.group(1), "")));
    }
}
