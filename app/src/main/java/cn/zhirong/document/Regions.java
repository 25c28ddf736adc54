package cn.zhirong.document;

import cn.zhirong.document.CorrectedBlocks.Piece;
import cn.zhirong.document.Layout.Part;
import cn.zhirong.document.Layout.Region;
import cn.zhirong.document.Layout.RegionKind;
import cn.zhirong.document.Layout.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Divides what follows the head into the main text, the paper it encloses, and annexes. */
final class Regions {
    private static final Pattern ANNEX = Pattern.compile("^附(?:"
            + "\\s*(?:件|录|表)\\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})?"
            + "\\s*(?:[:.、]\\s*|\\s+|(?=《|$)|(?<=[0-9])(?=\\p{IsHan}))(.*)|\\s*:\\s*(.*))$");
    private static final int LONGEST_TITLE = 160;
    private static final int MOST_TITLE_LINES = 4;

    private final List<Piece> pieces;
    private final Head head;
    private final Map<Integer, SignatureBlock> signatures = new HashMap<>();
    private final Set<String> quotedTitles = new HashSet<>();
    private final Set<String> attachments = new HashSet<>();
    private final List<Region> done = new ArrayList<>();

    private RegionKind kind = RegionKind.MAIN;
    private String number = "";
    private String title = "";
    private @Nullable Piece opening;
    private List<Part> parts = new ArrayList<>();
    private @Nullable SignatureBlock signature;

    Regions(List<Piece> pieces, Head head) {
        this.pieces = pieces;
        this.head = head;
        for (int i = head.end(); i < pieces.size(); i++) {
            SignatureBlock.at(pieces, i, head.end()).ifPresent(block -> signatures.putIfAbsent(block.from(), block));
        }
    }

    List<Region> divide() {
        head.left().forEach(i -> add(Role.BODY, i));
        head.epigraph().forEach(i -> add(Role.EPIGRAPH, i));
        noteQuoted(head.title() == null ? "" : head.title().words());
        int i = head.end();
        while (i < pieces.size()) {
            i = step(i);
        }
        close();
        return Settled.of(done, head.title() == null ? "" : head.title().words());
    }

    /** Takes the piece at {@code i}, or several; returns where to go on. */
    private int step(int i) {
        Piece piece = pieces.get(i);
        SignatureBlock block = signatures.get(i);
        if (block != null) {
            return sign(block);
        }
        if (piece.isTable() || piece.rank() != null) {
            return add(Role.BODY, i);
        }
        Matcher annex = ANNEX.matcher(Words.fold(piece.text()).strip());
        if (annex.matches() && !Words.endsSentence(piece.text()) && piece.text().length() <= 80) {
            return isMention(i) ? mention(i) : openAnnex(i, annex);
        }
        int enclosed = enclosedTitle(i);
        if (enclosed > i) {
            open(RegionKind.ENCLOSED, "", i, i, enclosed);
            return enclosed;
        }
        boolean first = parts.stream().noneMatch(part -> part.role() == Role.BODY);
        if (first && Head.isHistory(piece.text())) {
            return epigraph(i);
        }
        if (first && Head.isAddressee(piece.text())) {
            return add(Role.ADDRESSEE, i);
        }
        if (SignatureBlock.isNote(piece.text())) {
            return add(Role.NOTE, i);
        }
        if (signature == null && kind == RegionKind.MAIN) {
            noteQuoted(piece.text());
        }
        return add(Role.BODY, i);
    }

    private int add(Role role, int i) {
        parts.add(new Part(role, pieces.get(i)));
        return i + 1;
    }

    /** A note in brackets below the title may be broken over two lines. */
    private int epigraph(int i) {
        String line = Words.fold(pieces.get(i).text()).strip();
        int next = add(Role.EPIGRAPH, i);
        boolean broken = line.startsWith("(") && !line.contains(")") && next < pieces.size();
        return broken && Words.fold(pieces.get(next).text()).strip().endsWith(")") ? add(Role.EPIGRAPH, next) : next;
    }

    private int sign(SignatureBlock block) {
        for (int i = block.from(); i < block.to(); i++) {
            add(SignatureBlock.isNote(pieces.get(i).text()) ? Role.NOTE : Role.SIGNATURE, i);
        }
        signature = signature == null ? block : signature;
        if (kind != RegionKind.MAIN || block.to() >= pieces.size()) {
            return block.to();
        }
        List<String> next = texts(block.to(), block.to() + MOST_TITLE_LINES + 1);
        Optional<Titles.Found> found = Titles.opening(next);
        if (found.isPresent() && block.to() + found.get().to() < pieces.size()) {
            int end = block.to() + found.get().to();
            open(RegionKind.ENCLOSED, "", block.to(), block.to(), end);
            return end;
        }
        return block.to();
    }

    /** The end of an enclosed paper's title that begins at {@code i} and that the letter names, or {@code i}. */
    private int enclosedTitle(int i) {
        if (quotedTitles.isEmpty() || kind == RegionKind.ANNEX || signature == null && kind == RegionKind.MAIN) {
            return i;
        }
        for (int to = i + 1; to <= Math.min(pieces.size(), i + MOST_TITLE_LINES); to++) {
            if (pieces.get(to - 1).isTable() || pieces.get(to - 1).text().length() > LONGEST_TITLE) {
                return i;
            }
            if (quotedTitles.contains(key(Titles.join(texts(i, to)))) && to < pieces.size()) {
                return to;
            }
        }
        return i;
    }

    private void noteQuoted(String text) {
        Titles.quoted(text).forEach(quoted -> quotedTitles.add(key(quoted)));
    }

    private static String key(String title) {
        return Words.compact(title).replaceAll("[《》〈〉“”]", "");
    }

    /** Whether 附件 only announces what comes after the signature. */
    private boolean isMention(int i) {
        if (kind == RegionKind.ANNEX || signature != null) {
            return false;
        }
        int next = i + 1;
        while (next < pieces.size() && next - i <= 30 && !signatures.containsKey(next)) {
            String line = pieces.get(next).text();
            boolean listed = ANNEX.matcher(Words.fold(line)).matches()
                    || LineMark.of(line).isPresent() && !Words.endsSentence(line);
            if (pieces.get(next).isTable() || !listed && !SignatureBlock.isOrgans(line)) {
                break;
            }
            next++;
        }
        boolean titled = Words.compact(pieces.get(i).text()).length() > 4;
        return signatures.containsKey(next) || next >= pieces.size() || titled && comesAgain(i);
    }

    private boolean comesAgain(int i) {
        for (int j = i + 1; j < pieces.size(); j++) {
            Matcher later = ANNEX.matcher(Words.fold(pieces.get(j).text()).strip());
            if (later.matches()
                    && pieces.get(j).text().length() <= 80
                    && !Words.endsSentence(pieces.get(j).text())) {
                String first = Words.compact(pieces.get(i).text());
                return Words.compact(pieces.get(j).text()).equals(first)
                        || later.group(2).isEmpty();
            }
        }
        return false;
    }

    private int mention(int i) {
        noteAttachment(i);
        int next = add(Role.ATTACHMENTS, i);
        while (next < pieces.size()
                && !signatures.containsKey(next)
                && pieces.get(next).rank() == null
                && !Words.endsSentence(pieces.get(next).text())
                && LineMark.of(pieces.get(next).text())
                        .filter(mark -> mark.style() == LineMark.Style.ARABIC)
                        .isPresent()) {
            noteAttachment(next);
            next = add(Role.ATTACHMENTS, next);
        }
        return next;
    }

    /** What 附件：1.… calls an annex is its title when it comes. */
    private void noteAttachment(int i) {
        String line = pieces.get(i).text().strip();
        Matcher annex = ANNEX.matcher(Words.fold(line));
        String listed = annex.matches() ? annexTitle(line, annex) : line;
        attachments.add(key(LineMark.of(listed).map(LineMark::rest).orElse(listed)));
    }

    private static String annexTitle(String line, Matcher annex) {
        int group = annex.group(2) == null ? 3 : 2;
        return line.substring(annex.start(group)).strip();
    }

    private int openAnnex(int i, Matcher annex) {
        String printed = annex.group(1) == null ? "" : annex.group(1);
        String digits = Numbering.value(printed).stream()
                .mapToObj(Integer::toString)
                .findFirst()
                .orElse("");
        boolean titled = !annexTitle(pieces.get(i).text().strip(), annex).isEmpty();
        if (titled) {
            open(RegionKind.ANNEX, digits, i, i, i + 1);
            title = annexTitle(pieces.get(i).text().strip(), annex);
            return i + 1;
        }
        int end = annexTitleEnd(i + 1);
        open(RegionKind.ANNEX, digits, i, i + 1, end);
        return end;
    }

    private int annexTitleEnd(int from) {
        List<String> next = new ArrayList<>();
        for (int i = from; i < Math.min(pieces.size(), from + MOST_TITLE_LINES); i++) {
            String line = pieces.get(i).text();
            boolean heading = !pieces.get(i).isTable()
                    && pieces.get(i).rank() == null
                    && !line.isEmpty()
                    && line.length() <= 60
                    && !line.matches(".*[。；;：:，]$")
                    && LineMark.of(line).isEmpty();
            if (!heading) {
                break;
            }
            next.add(line);
        }
        for (int to = 1; to <= next.size(); to++) {
            if (attachments.contains(key(Titles.join(next.subList(0, to))))) {
                return from + to;
            }
        }
        return from + Titles.opening(next).map(Titles.Found::to).orElse(Math.min(1, next.size()));
    }

    private void open(RegionKind next, String nextNumber, int openingAt, int titleFrom, int titleTo) {
        close();
        kind = next;
        number = nextNumber;
        title = Titles.join(texts(titleFrom, titleTo));
        opening = pieces.get(openingAt);
    }

    private void close() {
        if (!parts.isEmpty() || opening != null) {
            done.add(new Region(kind, number, title, opening, List.copyOf(parts), signature, true));
        }
        parts = new ArrayList<>();
        signature = null;
    }

    private List<String> texts(int from, int to) {
        return pieces.subList(from, Math.min(pieces.size(), to)).stream()
                .map(Piece::text)
                .toList();
    }
}
