package cn.zhirong.document;

import cn.zhirong.document.Block.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Joins printed lines into paragraphs by where they begin and end. */
final class Paragraphs {
    /** What a numbered unit begins with. */
    private static final Pattern NUMBERED = Pattern.compile("(?:第[一二三四五六七八九十百千零〇0-9]{1,7}[编章节条]"
            + "|[一二三四五六七八九十]{1,3}[、．]|[（(][一二三四五六七八九十0-9]{1,3}[)）]|\\d{1,3}[.．、](?!\\d)|[①-⑳]|附件|附表)[\\s\\S]*");

    private final double left;
    private final double right;
    private final double gap;

    private Paragraphs(List<PageLine> lines) {
        var prose = lines.stream().filter(line -> !line.gaps()).toList();
        var from = prose.isEmpty() ? lines : prose;
        left = at(from.stream().mapToDouble(PageLine::left).sorted().toArray(), 0.05);
        right = at(from.stream().mapToDouble(PageLine::right).sorted().toArray(), 0.95);
        gap = at(gaps(lines), 0.5);
    }

    static List<Block> of(List<PageLine> lines) {
        var blocks = new ArrayList<Block>();
        if (lines.isEmpty()) {
            return blocks;
        }
        var measure = new Paragraphs(lines);
        var text = new StringBuilder();
        PageLine first = lines.getFirst();
        PageLine before = null;
        for (var line : lines) {
            if (before != null && !measure.continues(before, line)) {
                blocks.add(new Block.Line(text.toString(), first.page(), measure.look(first)));
                text.setLength(0);
            }
            if (text.isEmpty()) {
                first = line;
            }
            append(text, line.text());
            before = line;
        }
        blocks.add(new Block.Line(text.toString(), first.page(), measure.look(first)));
        return blocks;
    }

    private boolean continues(PageLine a, PageLine b) {
        if (a.gaps() || b.gaps() || Math.abs(a.size() - b.size()) > 0.12 * Math.max(a.size(), b.size())) {
            return false;
        }
        boolean near = a.page() != b.page() || b.y() - a.y() < 1.45 * Math.max(gap, b.size());
        if (isCentred(a) || isCentred(b)) {
            return false;
        }
        boolean full = a.right() > right - 1.7 * a.size();
        boolean flush = b.left() < left + 1.1 * b.size();
        boolean begins = NUMBERED.matcher(b.text()).matches() && endsSentence(a.text());
        return near && full && flush && !begins;
    }

    private Look look(PageLine line) {
        return isCentred(line) ? Look.CENTRED : Look.PLAIN;
    }

    private boolean isCentred(PageLine line) {
        double middle = (left + right) / 2;
        return Math.abs((line.left() + line.right()) / 2 - middle) < line.size()
                && line.left() > left + 2.4 * line.size()
                && line.right() < right - 1.5 * line.size();
    }

    private static boolean endsSentence(String text) {
        return text.matches(".*[。；：！？;:）)]$");
    }

    /** Chinese lines are joined without a space, Latin words with one; a hyphen at the line end stays. */
    private static void append(StringBuilder text, String more) {
        if (!text.isEmpty()) {
            int end = text.codePointBefore(text.length());
            int begin = more.codePointAt(0);
            if (Character.isLetter(end) && Character.isLetter(begin) && !Words.isCjk(end) && !Words.isCjk(begin)) {
                text.append(' ');
            }
        }
        text.append(more);
    }

    private static double[] gaps(List<PageLine> lines) {
        var gaps = new ArrayList<Double>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).page() == lines.get(i - 1).page()) {
                gaps.add(lines.get(i).y() - lines.get(i - 1).y());
            }
        }
        return gaps.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))];
    }
}
