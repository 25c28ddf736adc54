package cn.zhirong.assistant;

import cn.zhirong.assistant.Finding.Piece;
import cn.zhirong.knowledge.Passage;
import cn.zhirong.knowledge.PassageHit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows of tables: {@code 表1 标准（单位：万元） 种类:评估费;比例:50%}, which are quoted whole, cell by cell. */
final class Rows {
    private static final int MOST = 8;
    private static final Pattern PATH = Pattern.compile("(.*表\\d+)第\\d+行");
    private static final Pattern EACH = Pattern.compile("各|分别|每[个种类]|哪些|哪几|所有|全部|几档|几类");
    private static final Pattern UNIT = Pattern.compile("单位[:：]([^);）；]+)");
    private static final Pattern BARE = Pattern.compile("(?<![\\d.])(\\d+(?:\\.\\d+)?)(?![\\d.%‰万亿元倍年月日个家])");

    private Rows() {}

    static boolean isRow(Passage passage) {
        return PATH.matcher(passage.path()).matches();
    }

    /** Normal form in which a bare number has the unit that the table names once, and the table's own number is gone. */
    static String withUnits(String text) {
        String cells = QuestionText.normal(text.substring(cells(text)));
        Matcher unit = UNIT.matcher(QuestionText.normal(text));
        String named = "";
        while (unit.find()) {
            named = unit.group(1).replaceAll("元$", "");
        }
        return named.isEmpty() ? cells : BARE.matcher(cells).replaceAll("$1" + Matcher.quoteReplacement(named));
    }

    /** Where the caption ends and the first cell begins. */
    private static int cells(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? 0 : text.lastIndexOf(' ', colon) + 1;
    }

    /** The best row, with those that tell of other things asked for in the same breath; all where each is asked for. */
    static List<Piece> of(Evidence evidence, Terms terms, Candidate best) {
        Matcher table = PATH.matcher(best.hit().passage().path());
        if (!table.matches()) {
            return List.of();
        }
        Terms asked = terms.ofTextAlone();
        boolean each = EACH.matcher(evidence.part().text()).find();
        List<Piece> rows = new ArrayList<>();
        BitSet told = rowWords(asked, best.hit().passage());
        for (PassageHit hit : evidence.ofVersion(best.hit())) {
            Matcher other = PATH.matcher(hit.passage().path());
            if (rows.size() == MOST || !other.matches() || !other.group(1).equals(table.group(1))) {
                continue;
            }
            BitSet held = rowWords(asked, hit.passage());
            boolean isBest = hit.passage().id().equals(best.hit().passage().id());
            held.andNot(told);
            if (isBest || each || asked.coverage(held) >= 0.1) {
                told.or(held);
                String text = hit.passage().text();
                rows.add(new Piece("", hit, new Span(rows.isEmpty() ? 0 : cells(text), text.length()), "；"));
            }
        }
        if (!rows.isEmpty()) {
            Piece last = rows.removeLast();
            rows.add(new Piece("", last.hit(), last.span(), "。"));
        }
        return rows;
    }

    private static BitSet rowWords(Terms terms, Passage row) {
        return terms.held(QuestionText.normal(row.text().substring(cells(row.text()))));
    }
}
