package cn.zhirong.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Drops page numbers, and headers and footers that come back on most pages. */
final class RunningHeads {
    /** Share of a page at its top and at its foot where they stand. */
    private static final double MARGIN = 0.13;

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-—–－―·\\s]*(?:第\\s*)?\\d{1,4}(?:\\s*页)?(?:\\s*[,，/]?\\s*(?:共\\s*)?\\d{0,4}(?:\\s*页)?)?[-—–－―·\\s]*");
    private static final Pattern DASHED = Pattern.compile("[-—–－―]\\s*\\d{1,4}\\s*[-—–－―]");

    private RunningHeads() {}

    static List<PageLine> drop(List<PageLine> lines, int pages) {
        Map<String, Set<Integer>> seen = new HashMap<>();
        for (var line : lines) {
            if (inMargin(line)) {
                seen.computeIfAbsent(shape(line), s -> new HashSet<>()).add(line.page());
            }
        }
        var kept = new ArrayList<PageLine>();
        for (var line : lines) {
            var on = seen.getOrDefault(shape(line), Set.of());
            if (!inMargin(line) || !isRunning(line, on.size(), pages)) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static boolean isRunning(PageLine line, int on, int pages) {
        if (DASHED.matcher(line.text()).matches()) {
            return true;
        }
        if (PAGE_NUMBER.matcher(line.text()).matches()) {
            return on >= 2;
        }
        // Two pages are too few to tell a header from a line that happens to begin both.
        return pages >= 3 && on >= Math.max(3, Math.ceil(pages * 0.4));
    }

    private static boolean inMargin(PageLine line) {
        return line.y() < line.height() * MARGIN || line.y() > line.height() * (1 - MARGIN);
    }

    /** Digits do not count, nor the side of the page: odd and even pages swap them. */
    private static String shape(PageLine line) {
        boolean top = line.y() < line.height() / 2;
        return top + line.text().replaceAll("\\d+", "#").replace(" ", "");
    }
}
