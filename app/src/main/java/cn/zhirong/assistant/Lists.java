package cn.zhirong.assistant;

import cn.zhirong.assistant.Finding.Piece;
import cn.zhirong.knowledge.Passage;
import cn.zhirong.knowledge.PassageHit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A clause that announces a list is answered with the list itself; an item of one with what announces it. */
final class Lists {
    private static final int MAX_ITEMS = 12;
    private static final Pattern ANNOUNCES = Pattern.compile("(?s).*(下列|以下|如下|一是|[:：])[^。]*[:：]?$");
    private static final Pattern ITEM =
            Pattern.compile("^([一二三四五六七八九十]是|[(（]?[一二三四五六七八九十\\d]{1,3}[)）、.．]|[①-⑳]).*", Pattern.DOTALL);
    private static final Pattern BRACKET = Pattern.compile("(超过|不足|以上|以下|以内).{0,12}的部分");
    private static final Pattern ITEM_PATH = Pattern.compile("(.+)[(（][^()（）]+[)）]");

    private Lists() {}

    /** Announcement and items, or nothing where {@code best} announces none or none of its items was found. */
    static List<Piece> of(Evidence evidence, Candidate best) {
        PassageHit hit = best.hit();
        String text = hit.passage().text();
        List<Span> sentences = Span.sentences(text);
        Optional<Span> sentence = sentences.stream()
                .filter(each -> each.from() <= best.span().from() && best.span().to() <= each.to())
                .findFirst();
        if (sentence.isEmpty()) {
            return List.of();
        }
        if (ITEM.matcher(sentence.get().of(text)).matches()) {
            return announced(evidence.part(), hit, sentences, sentence.get());
        }
        if (ANNOUNCES.matcher(sentence.get().of(text)).matches()) {
            return announcing(evidence, hit, sentences, sentence.get());
        }
        return underHeading(evidence, hit);
    }

    private static List<Piece> announcing(Evidence evidence, PassageHit hit, List<Span> sentences, Span lead) {
        String text = hit.passage().text();
        List<Piece> items = new ArrayList<>();
        sentences.stream()
                .filter(each -> each.from() >= lead.to())
                .takeWhile(each -> ITEM.matcher(each.of(text)).matches())
                .limit(MAX_ITEMS)
                .forEach(each -> items.add(new Piece("", hit, each, "；")));
        if (items.isEmpty()) {
            children(hit, evidence).forEach(child -> items.add(item(child)));
        }
        if (items.isEmpty()) {
            return List.of();
        }
        boolean isFirstItem = lead.of(text).contains("一是");
        items.addFirst(new Piece("", hit, lead, isFirstItem ? "；" : "："));
        return closed(items);
    }

    /** One item alone does not say whether it is granted or refused: what announces it goes before. */
    private static List<Piece> announced(Part part, PassageHit hit, List<Span> sentences, Span item) {
        String text = hit.passage().text();
        Optional<Span> lead = sentences.stream()
                .filter(each ->
                        each.to() <= item.from() && !ITEM.matcher(each.of(text)).matches())
                .reduce((first, second) -> second);
        if (lead.isEmpty() || !ANNOUNCES.matcher(lead.get().of(text)).matches()) {
            return List.of();
        }
        // One bracket of several says nothing without the others.
        boolean isWholeWanted =
                part.type().asksForList() || BRACKET.matcher(item.of(text)).find();
        List<Piece> pieces = new ArrayList<>(List.of(new Piece("", hit, lead.get(), "：")));
        sentences.stream()
                .filter(each -> each.from() > lead.get().from() && (isWholeWanted || each.equals(item)))
                .takeWhile(each -> ITEM.matcher(each.of(text)).matches())
                .limit(MAX_ITEMS)
                .forEach(each -> pieces.add(new Piece("", hit, each, "；")));
        return closed(pieces);
    }

    /** Items that are passages of their own under a heading such as 申报材料, which announces them. */
    private static List<Piece> underHeading(Evidence evidence, PassageHit hit) {
        Matcher path = ITEM_PATH.matcher(hit.passage().path());
        if (!evidence.part().type().asksForList()
                || !Fit.headingFits(evidence.part().type(), hit.passage())
                || !path.matches()) {
            return List.of();
        }
        List<Piece> items = new ArrayList<>();
        for (PassageHit other : evidence.ofVersion(hit)) {
            Matcher own = ITEM_PATH.matcher(other.passage().path());
            if (own.matches() && own.group(1).equals(path.group(1)) && items.size() < MAX_ITEMS) {
                items.add(item(other));
            }
        }
        return items.size() < 2 ? List.of() : closed(items);
    }

    /** What stands as the item's own heading is said before its words, unless it holds a figure. */
    private static Piece item(PassageHit hit) {
        Passage passage = hit.passage();
        String heading = passage.trail().isEmpty() ? "" : passage.trail().getLast();
        boolean isOwn = heading.startsWith("(") || heading.startsWith("（");
        String words = isOwn ? HeadingQuestion.heading(passage) : "";
        String lead = words.isEmpty() || !Figures.of(words).isEmpty() ? "" : words + "。";
        return new Piece(lead, hit, new Span(0, passage.text().length()), "；");
    }

    private static List<Piece> closed(List<Piece> items) {
        Piece last = items.removeLast();
        items.add(new Piece(last.lead(), last.hit(), last.span(), "。"));
        return items;
    }

    /** Items that are passages of their own. */
    private static List<PassageHit> children(PassageHit hit, Evidence evidence) {
        String path = hit.passage().path();
        return evidence.ofVersion(hit).stream()
                .filter(other -> !path.isEmpty()
                        && other.passage().path().length() > path.length()
                        && other.passage().path().startsWith(path)
                        && ITEM_PATH.matcher(other.passage().path()).matches())
                .limit(MAX_ITEMS)
                .toList();
    }
}
