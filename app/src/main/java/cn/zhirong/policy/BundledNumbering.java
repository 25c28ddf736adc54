package cn.zhirong.policy;

import cn.zhirong.bundle.Problems;
import cn.zhirong.document.Numbering;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that chapters, articles, headings and items of a bundled Markdown text are numbered without gap or repetition. It
 * compares with the number that should come, and so needs no reading of Chinese numerals.
 */
final class BundledNumbering {
    private static final Pattern CHAPTER = Pattern.compile("^(?:#+ *)?第([一二三四五六七八九十百零]+)章");
    private static final Pattern ARTICLE = Pattern.compile("^第([一二三四五六七八九十百零]+)条[ 　]");
    private static final Pattern HEADING = Pattern.compile("^(?:#+ *)?([一二三四五六七八九十]+)、");
    private static final Pattern ITEM = Pattern.compile("^(?:#+ *)?（([一二三四五六七八九十]+)）");

    private final String file;
    private final Problems problems;
    private int chapters;
    private int articles;
    private int headings;
    private int items;

    private BundledNumbering(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static void check(String file, String markdown, Problems problems) {
        BundledNumbering numbering = new BundledNumbering(file, problems);
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
        if (!Numbering.numeral(number).equals(found)) {
            problems.error(
                    file,
                    line,
                    "序号不连续：这里是“" + form.formatted(found) + "”，应当是“" + form.formatted(Numbering.numeral(number)) + "”");
        }
    }
}
