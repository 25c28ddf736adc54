package cn.zhirong.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Titles of papers: which lines make one up, and what they are titles of. */
final class Titles {
    private static final String NOUNS = "法|法典|民法典|条例|规定|办法|细则|规则|规程|规范|准则|章程|通知|意见|方案|规划|计划|纲要|要点|措施|决定|决议|公告|通告|通报"
            + "|批复|函|复函|答复|报告|请示|令|命令|指南|指引|目录|清单|标准|预案|解读|问答|制度|政策|解释|说明|倡议书|公示|名单|手册|要求|体系|办法";
    private static final Pattern END = Pattern.compile("(?:" + NOUNS + ")(?:[》”])?(?:[(][^()]{1,30}[)])*$");
    private static final Pattern COVERS = Pattern.compile("(?:印发|转发|发布|公布|下发|颁布|批转).*[^的]?的(通知|函|公告|决定|命令|令|通告)$");
    private static final Pattern OPENS_COVER = Pattern.compile("关于(?:修订)?(?:印发|转发|下发|批转)");
    private static final Pattern CHROME =
            Pattern.compile(".*(?:发布日期|发布时间|发文日期|成文日期|信息来源|来源:|字号:|索引号|文号:|浏览次数|点击数|责任编辑|打印|分享|当前位置|首页|您访问的|扫一扫).*");
    private static final Pattern QUOTED = Pattern.compile("《([^《》]*)》");
    private static final int MOST_LINES = 6;

    private Titles() {}

    /** Whether the words could be a whole title. */
    static boolean isTitle(String words) {
        String folded = Words.compact(words);
        if (folded.length() < 3 || folded.length() > 160 || folded.matches(".*[。；;？?！!].*") || isChrome(folded)) {
            return false;
        }
        if (folded.startsWith("的")
                || folded.matches("^[,，、)》”].*")
                || !balanced(folded)
                || !END.matcher(folded).find()) {
            return false;
        }
        boolean openEnded = OPENS_COVER.matcher(folded).find()
                && !folded.matches(".*的(?:通知|函|公告|决定|命令|令|通告|批复|意见|请示|报告|解读|说明)(?:[(][^()]*[)])*$");
        return !openEnded && LineMark.of(folded).isEmpty() && !folded.startsWith("附件");
    }

    /** Whether the line belongs to the page around a text rather than to its title. */
    static boolean isChrome(String line) {
        return CHROME.matcher(Words.fold(line)).matches();
    }

    /** Whether a paper with this title brings another paper with it. */
    static boolean isCover(String title) {
        return COVERS.matcher(Words.compact(title)).find();
    }

    /**
     * The first title among lines, joined where it was broken.
     *
     * @return its lines' range and words, or empty
     */
    static Optional<Found> first(List<String> lines) {
        for (int end = 0; end < lines.size(); end++) {
            for (int start = end; start >= Math.max(0, end - MOST_LINES); start--) {
                if (start < end && !joins(lines.get(start))) {
                    break;
                }
                String words = join(lines.subList(start, end + 1));
                if (isTitle(words) && !goesOn(lines, end) && !isTail(lines, start)) {
                    return Optional.of(new Found(start, end + 1, words));
                }
            }
        }
        return Optional.empty();
    }

    /** The title that the very first line begins, joined where it was broken. */
    static Optional<Found> opening(List<String> lines) {
        for (int end = 0; end < Math.min(lines.size(), MOST_LINES); end++) {
            String words = join(lines.subList(0, end + 1));
            if (isTitle(words) && !goesOn(lines, end)) {
                return Optional.of(new Found(0, end + 1, words));
            }
            if (!joins(lines.get(end))) {
                break;
            }
        }
        return Optional.empty();
    }

    /** A title and the lines it stands in: from inclusive, to exclusive. */
    record Found(int from, int to, String words) {}

    private static boolean goesOn(List<String> lines, int end) {
        return end + 1 < lines.size() && Words.compact(lines.get(end + 1)).matches("^(?:的|》).{0,40}");
    }

    /** Whether the title really began above: 关于 stands there, or only 中华人民共和国. */
    private static boolean isTail(List<String> lines, int start) {
        if (Words.compact(lines.get(start)).startsWith("关于") || start == 0) {
            return false;
        }
        boolean hasSubject = Words.compact(lines.get(start)).contains("关于");
        for (int i = start - 1; i >= Math.max(0, start - 3) && joins(lines.get(i)); i--) {
            String above = Words.compact(lines.get(i));
            if (END.matcher(above).find() && isTitle(above)) {
                return false;
            }
            if (!hasSubject && above.contains("关于") || above.equals("中华人民共和国")) {
                return true;
            }
        }
        return false;
    }

    private static boolean joins(String line) {
        String folded = Words.compact(line);
        return !folded.isEmpty()
                && folded.length() <= 60
                && !folded.matches(".*[。；;:！？]$")
                && !folded.matches(".*(?:文件|号)$")
                && !isChrome(folded)
                && WrittenDates.only(folded).isEmpty()
                && !DocumentNumbers.isNumber(folded);
    }

    /** Lines of a broken title as one: letter spacing goes, a space between two names on one line stays. */
    static String join(List<String> lines) {
        StringBuilder title = new StringBuilder();
        for (String line : lines) {
            title.append(Words.unspaced(line).strip());
        }
        return title.toString();
    }

    private static boolean balanced(String words) {
        return count(words, '《') == count(words, '》')
                && count(words, '“') == count(words, '”')
                && count(words, '(') == count(words, ')');
    }

    private static long count(String words, char c) {
        return words.chars().filter(each -> each == c).count();
    }

    /** What stands between 《》, outermost only. */
    static List<String> quoted(String text) {
        List<String> titles = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(text);
        while (matcher.find()) {
            titles.add(matcher.group(1));
        }
        return List.copyOf(titles);
    }
}
