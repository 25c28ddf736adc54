package cn.zhirong.document;

import cn.zhirong.document.CorrectedBlocks.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the text of a paper.
 *
 * @param end index after its last piece
 * @param title the title, its range counted from the first piece
 * @param epigraph indices of the lines that tell when it was passed and amended
 * @param left indices of lines after the title that are no part of the frame and so belong to the text
 */
record Head(int end, Titles.@Nullable Found title, Set<Integer> epigraph, Set<Integer> left) {
    private static final int MOST_LINES = 300;

    static Head of(List<Piece> pieces, Optional<String> hintedTitle) {
        int zone = 0;
        while (zone < Math.min(pieces.size(), MOST_LINES) && mayBeHead(pieces, zone)) {
            zone++;
        }
        List<String> lines = pieces.subList(0, zone).stream().map(Piece::text).toList();
        Titles.Found title = title(lines, hintedTitle).orElse(null);
        Set<Integer> epigraph = epigraph(lines);
        Set<Integer> frame = new TreeSet<>(epigraph);
        for (int i = 0; i < lines.size(); i++) {
            if (DocumentNumbers.isNumber(lines.get(i)) || Titles.isChrome(lines.get(i)) || isBanner(lines.get(i))) {
                frame.add(i);
            }
        }
        if (title != null) {
            frame.addAll(repetitions(lines, title.words()));
            for (int i = title.from(); i < title.to(); i++) {
                frame.add(i);
            }
        }
        int end = frame.stream().mapToInt(i -> i + 1).max().orElse(0);
        // What stands between a title and its repetition, or above the number, was put there by the page.
        int begin = frame.stream()
                .filter(i -> !epigraph.contains(i))
                .mapToInt(i -> i + 1)
                .max()
                .orElse(0);
        Set<Integer> left = new TreeSet<>();
        for (int i = begin; i < end; i++) {
            if (!frame.contains(i)) {
                left.add(i);
            }
        }
        return new Head(end, title, epigraph, left);
    }

    private static Optional<Titles.Found> title(List<String> lines, Optional<String> hinted) {
        Optional<Titles.Found> found = Titles.first(lines);
        if (found.isPresent()) {
            return found;
        }
        // A line that the page itself names as the title needs no title's ending.
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (hinted.isPresent() && Words.compact(hinted.get()).equals(Words.compact(line))) {
                return Optional.of(new Titles.Found(i, i + 1, line.strip()));
            }
        }
        return Optional.empty();
    }

    private static boolean mayBeHead(List<Piece> pieces, int index) {
        Piece piece = pieces.get(index);
        if (piece.isTable() || piece.rank() != null) {
            return false;
        }
        String line = piece.text();
        if (isHistory(line) || Titles.isChrome(line) || DocumentNumbers.isNumber(line)) {
            return true;
        }
        boolean sentence = Words.endsSentence(line) || line.length() > 90;
        return !sentence && !isAddressee(line) && LineMark.of(line).isEmpty() && !line.startsWith("附件");
    }

    /** {@code 2024年8月22日 …会议通过}, alone or in brackets. */
    static boolean isHistory(String line) {
        String folded = Words.fold(line).strip();
        boolean dated = folded.matches("^[(]?\\s*(?:根据)?\\s*" + WrittenDates.DATE + ".*");
        return dated
                && (folded.startsWith("(")
                        || folded.matches(".*(?:通过|公布|发布|修订|修正|修改|批准|施行|会议|令).*")
                                && folded.length() <= 400
                                && !folded.endsWith("。"));
    }

    /** {@code 各有关单位：} */
    static boolean isAddressee(String line) {
        String folded = Words.compact(line);
        return folded.length() >= 3
                && folded.length() <= 400
                && folded.endsWith(":")
                && !Titles.isChrome(folded)
                && !folded.matches(".*[。；;].*")
                && folded.matches(".*(?:政府|委|局|部|单位|厅|院|公司|企业|主席|委员|省|市|区|县|会|机构|银行|中心|同志|处|队|社会公众|兵团|先生|女士|办公室):$");
    }

    private static boolean isBanner(String line) {
        return Words.compact(line).matches(".{2,40}(?:文件|令)");
    }

    private static Set<Integer> epigraph(List<String> lines) {
        Set<Integer> epigraph = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (isHistory(lines.get(i))) {
                epigraph.add(i);
                String folded = Words.fold(lines.get(i)).strip();
                if (folded.startsWith("(") && !folded.contains(")") && i + 1 < lines.size()) {
                    epigraph.add(i + 1);
                }
            }
        }
        return epigraph;
    }

    /** Where the same title stands again, on one line or broken over several. */
    private static List<Integer> repetitions(List<String> lines, String title) {
        List<Integer> found = new ArrayList<>();
        for (int from = 0; from < lines.size(); from++) {
            for (int to = from + 1; to <= Math.min(lines.size(), from + 6); to++) {
                if (Words.compact(Titles.join(lines.subList(from, to))).equals(Words.compact(title))) {
                    for (int i = from; i < to; i++) {
                        found.add(i);
                    }
                }
            }
        }
        return found;
    }
}
