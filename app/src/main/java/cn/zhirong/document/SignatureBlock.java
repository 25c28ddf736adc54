package cn.zhirong.document;

import cn.zhirong.document.CorrectedBlocks.Piece;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who signed a paper and when: some lines with the names of organs, then a date on a line of its own.
 *
 * @param from index of its first line
 * @param to index after its last line, notes such as （此件公开发布） included
 * @param names the signing organs, or a person with his office
 */
record SignatureBlock(int from, int to, List<String> names, LocalDate signedOn) {
    private static final int MOST_LINES = 8;
    private static final int LONGEST_NAME = 80;
    private static final Pattern PUNCTUATED = Pattern.compile("[。；;:！？!?，,《》]");
    private static final Pattern ORGAN = Pattern.compile(
            ".*(?:局|厅|委|委员会|部|院|府|会|行|办|办公室|署|中心|公司|处|组|专班|总社|联社|法院|检察院|大学|集团|银行|联盟|协会|团|台)(?:[(][^)]*[)])?$");
    private static final Pattern PERSON =
            Pattern.compile("^(?:国务院)?(?:总理|国家主席|主席|委员长|省长|市长|县长|区长|州长|部长|局长|主任|行长|署长|会长|院长)\\s+\\S.*$");
    private static final Pattern NOTE = Pattern.compile("^[(](?:此件|本文|此文|联系|信息公开|公开).*[)]$");
    private static final Pattern DATED = Pattern.compile("^(\\S.*\\S)\\s+" + WrittenDates.DATE + "$");

    /** The block whose date stands at {@code index}, looking no further back than {@code floor}. */
    static Optional<SignatureBlock> at(List<Piece> pieces, int index, int floor) {
        String line = words(pieces.get(index));
        if (line.length() > LONGEST_NAME || line.indexOf('日') < 0) {
            return Optional.empty();
        }
        Optional<LocalDate> alone = WrittenDates.only(line);
        if (alone.isPresent()) {
            int from = firstName(pieces, index, floor);
            List<String> names = names(pieces.subList(from, index));
            return names.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new SignatureBlock(from, pastNotes(pieces, index + 1), names, alone.get()));
        }
        Matcher dated = DATED.matcher(Words.fold(line).strip());
        if (dated.matches()
                && isName(dated.group(1))
                && ORGAN.matcher(dated.group(1)).matches()) {
            return WrittenDates.date(dated.group(2), dated.group(3), dated.group(4))
                    .map(date -> new SignatureBlock(index, pastNotes(pieces, index + 1), split(dated.group(1)), date));
        }
        return Optional.empty();
    }

    /** Whether a line such as （此件公开发布） speaks of the paper itself. */
    static boolean isNote(String line) {
        return NOTE.matcher(Words.compact(line)).matches();
    }

    /** Whether every part of a line could be the name of an organ. */
    static boolean isOrgans(String line) {
        List<String> parts = split(line);
        return !parts.isEmpty()
                && isName(line)
                && parts.stream()
                        .allMatch(part -> ORGAN.matcher(Words.fold(part)).matches());
    }

    private static int firstName(List<Piece> pieces, int date, int floor) {
        int from = date;
        while (from > floor && date - from < MOST_LINES && isName(words(pieces.get(from - 1)))) {
            from--;
        }
        // Of the short lines above the date only those from the first organ or person on are names,
        // and one line above it when a long name was broken in two.
        for (int i = from; i < date; i++) {
            String line = words(pieces.get(i));
            if (isOrgans(line) || PERSON.matcher(Words.fold(line)).matches()) {
                return i;
            }
            boolean goesOn = i + 1 < date && isOrgans(line + words(pieces.get(i + 1))) && line.length() > 8;
            if (goesOn) {
                return i;
            }
        }
        return date;
    }

    /** Without the broken entities that some pages leave beside a name, such as {@code &sp;}. */
    private static String words(Piece piece) {
        return piece.text().replaceAll("&[A-Za-z]{1,8};", "").strip();
    }

    private static boolean isName(String line) {
        if (line.isEmpty() || line.length() > LONGEST_NAME) {
            return false;
        }
        String folded = Words.fold(line).strip();
        return !PUNCTUATED.matcher(folded).find()
                && !folded.startsWith("附件")
                && WrittenDates.only(folded).isEmpty()
                && LineMark.of(folded).isEmpty();
    }

    private static int pastNotes(List<Piece> pieces, int index) {
        int to = index;
        while (to < pieces.size() && isNote(pieces.get(to).text())) {
            to++;
        }
        return to;
    }

    private static List<String> names(List<Piece> lines) {
        List<String> names = new ArrayList<>();
        String broken = "";
        for (Piece piece : lines) {
            String line = broken + words(piece);
            if (isOrgans(line) || PERSON.matcher(Words.fold(line)).matches()) {
                names.addAll(PERSON.matcher(Words.fold(line)).matches() ? List.of(line) : split(line));
                broken = "";
            } else {
                broken = line;
            }
        }
        return List.copyOf(names);
    }

    /** Names divided by 、 or by space; {@code 国 务 院} is one name. */
    static List<String> split(String line) {
        String unspaced = Words.unspaced(line);
        List<String> names = new ArrayList<>();
        int depth = 0;
        StringBuilder name = new StringBuilder();
        for (char c : (unspaced + "、").toCharArray()) {
            depth += c == '(' || c == '（' ? 1 : c == ')' || c == '）' ? -1 : 0;
            if (depth == 0 && (c == '、' || Words.fold("" + c).isBlank())) {
                if (!name.isEmpty()) {
                    names.add(name.toString());
                }
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        return List.copyOf(names);
    }

    boolean isPerson() {
        return names.stream().anyMatch(name -> PERSON.matcher(Words.fold(name)).matches());
    }
}
