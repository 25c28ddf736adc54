package cn.zhirong.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One printed line.
 *
 * @param text its words
 * @param page from 1
 * @param left its left edge
 * @param right its right edge
 * @param y its baseline from the top of the page
 * @param size height of its type
 * @param height of the page
 * @param gaps whether wide gaps part it, as in a table
 */
record PageLine(String text, int page, double left, double right, double y, double size, double height, boolean gaps) {

    /** The lines of a page from top to bottom, whatever order its characters were drawn in. */
    static List<PageLine> of(List<Glyph> glyphs, int page, double height) {
        var sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::y).thenComparingDouble(Glyph::x));
        var lines = new ArrayList<PageLine>();
        var current = new ArrayList<Glyph>();
        double y = 0;
        for (var glyph : sorted) {
            if (!current.isEmpty()
                    && glyph.y() - y > 0.5 * Math.max(4, current.getFirst().size())) {
                add(current, page, height, lines);
                current.clear();
            }
            if (current.isEmpty()) {
                y = glyph.y();
            }
            current.add(glyph);
        }
        add(current, page, height, lines);
        return lines;
    }

    private static void add(List<Glyph> glyphs, int page, double height, List<PageLine> lines) {
        if (glyphs.isEmpty()) {
            return;
        }
        glyphs.sort(Comparator.comparingDouble(Glyph::x));
        var text = new StringBuilder();
        boolean gaps = false;
        Glyph before = null;
        for (var glyph : glyphs) {
            if (before != null) {
                if (isPrintedTwice(before, glyph)) {
                    continue;
                }
                double gap = (glyph.x() - before.right()) / Math.max(1, before.size());
                gaps |= gap > 2.5;
                if (gap > (isCjk(before) || isCjk(glyph) ? 0.4 : 0.2)) {
                    text.append(' ');
                }
            }
            text.append(glyph.text());
            before = glyph;
        }
        String words = Words.clean(text.toString());
        if (!words.isEmpty()) {
            double size = glyphs.stream().mapToDouble(Glyph::size).max().orElse(0);
            double right = glyphs.stream().mapToDouble(Glyph::right).max().orElse(0);
            lines.add(new PageLine(
                    words, page, glyphs.getFirst().x(), right, glyphs.getFirst().y(), size, height, gaps));
        }
    }

    /** Poor man's bold: the same character again, a hair to the right. */
    private static boolean isPrintedTwice(Glyph a, Glyph b) {
        return a.text().equals(b.text()) && b.x() - a.x() < 0.3 * a.size() && b.x() - a.x() < 0.5 * a.width();
    }

    private static boolean isCjk(Glyph glyph) {
        return Words.isCjk(glyph.text().codePointAt(0));
    }
}
