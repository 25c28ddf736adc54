package cn.zhirong.policy;

import cn.zhirong.bundle.Problems;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that chapters, articles, headings and items of a Markdown text are numbered without gap or repetition. It compares
 * with the number that should come, and so needs no reading of Chinese numerals.
 */
final class Numbering {
    private static final Pattern CHAPTER = Pattern.compile("^(?:#+ *)?第([一二三四五六七八九十百零]+)章");
    private static final Pattern ARTICLE = Pattern.compile("^第([一二三四五六七八九十百零]+)条[ 　]");
    private static final Pattern HEADING = Pattern.compile("^(?:#+ *)?([一二三四五六七八九十]+)、");
    private static final Pattern ITEM = Pattern.compile("^(?:#+ *)?（([一二三四五六七八九十]+)）");
    private static final String DIGITS = "零一二三四五六七八九";

    private final String file;
    private final Problems problems;
    private int chapters;
    private int articles;
    private int headings;
    private int items;

    private Numbering(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static void check(String file, String markdown, Problems problems) {
        Numbering numbering = new Numbering(file, problems);
        int line = 0;
        for (String text : (Iterable<String>) markdown.lines()::iterator) {
            numbering.read(++line, text);
        }
    }

    private void read(int line, String text) {
        Matcher item = ITEM.matcher(text);
        if (item.find()) {
            // An item may begin anew at 一 under the next paragraph, but never skips.
            items = item.group(1).equals("一") ? 1 : items + 1;
            expect(line, "（%s）", items, item.group(1));
            return;
        }
        Matcher chapter = CHAPTER.matcher(text);
        Matcher article = ARTICLE.matcher(text);
        Matcher heading = HEADING.matcher(text);
        if (chapter.find()) {
            expect(line, "第%s章", ++chapters, chapter.group(1));
        } else if (article.find()) {
            expect(line, "第%s条", ++articles, article.group(1));
        } else if (heading.find()) {
            expect(line, "%s、", ++headings, heading.group(1));
        } else {
            return;
        }
        items = 0;
    }

    private void expect(int line, String form, int number, String found) {
        if (!inChinese(number).equals(found)) {
            problems.error(
                    file,
                    line,
                    "序号不连续：这里是“" + form.formatted(found) + "”，应当是“" + form.formatted(inChinese(number)) + "”");
        }
    }

    /** From 1 to 999, as articles are numbered: 十, 十一, 二十, 一百零一, 一百一十. */
    static String inChinese(int number) {
        if (number < 1 || number > 999) {
            throw new IllegalArgumentException("number is " + number + ", must be 1 to 999");
        }
        int hundreds = number / 100;
        int tens = number / 10 % 10;
        int ones = number % 10;
        StringBuilder words = new StringBuilder();
        if (hundreds > 0) {
            words.append(DIGITS.charAt(hundreds)).append('百');
        }
        if (tens > 0) {
            words.append(tens == 1 && hundreds == 0 ? "" : DIGITS.charAt(tens)).append('十');
        } else if (hundreds > 0 && ones > 0) {
            words.append('零');
        }
        if (ones > 0) {
            words.append(DIGITS.charAt(ones));
        }
        return words.toString();
    }
}
