package cn.zhirong.assistant;

import cn.zhirong.assistant.Finding.Piece;
import cn.zhirong.knowledge.Passage;
import cn.zhirong.knowledge.PassageHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A clause that announces a list is answered with the list itself. */
final class Lists {
    private static final int MAX_ITEMS = 12;
    private static final Pattern ANNOUNCES = Pattern.compile("(?s).*(下列|以下|如下|一是|[:：])[^。]*[:：]?$");
    private static final Pattern ITEM =
            Pattern.compile("^([一二三四五六七八九十]是|[(（]?[一二三四五六七八九十\\d]{1,3}[)）、.．]|[①-⑳]).*", Pattern.DOTALL);

    private Lists() {}

    /** Announcement and items, or nothing where {@code best} announces none or none of its items was found. */
    static List<Piece> of(Candidate best, List<PassageHit> hits) {
        Passage passage = best.hit().passage();
        String text = passage.text();
        Optional<Span> sentence = Span.sentences(text).stream()
                .filter(each -> each.from() <= best.span().from() && best.span().to() <= each.to())
                .findFirst();
        if (sentence.isEmpty() || !ANNOUNCES.matcher(sentence.get().of(text)).matches()) {
            return List.of();
        }
        Span lead = sentence.get();
        List<Piece> items = new ArrayList<>();
        Span.sentences(text).stream()
                .filter(each -> each.from() >= lead.to())
                .takeWhile(each -> ITEM.matcher(each.of(text)).matches())
                .limit(MAX_ITEMS)
                .forEach(each -> items.add(new Piece("", best.hit(), each, "；")));
        if (items.isEmpty()) {
            children(passage, hits)
                    .forEach(hit -> items.add(
                            new Piece("", hit, new Span(0, hit.passage().text().length()), "；")));
        }
        if (items.isEmpty()) {
            return List.of();
        }
        Piece last = items.removeLast();
        items.add(new Piece("", last.hit(), last.span(), "。"));
        boolean isFirstItem = text.substring(lead.from(), lead.to()).contains("一是");
        items.addFirst(new Piece("", best.hit(), lead, isFirstItem ? "；" : "："));
        return items;
    }

    /** Items that are passages of their own, among what was found. */
    private static List<PassageHit> children(Passage passage, List<PassageHit> hits) {
        return hits.stream()
                .filter(hit -> hit.passage().versionId() == passage.versionId()
                        && !passage.path().isEmpty()
                        && hit.passage().path().length() > passage.path().length()
                        && hit.passage().path().startsWith(passage.path()))
                .sorted(Comparator.comparingInt(hit -> hit.passage().position()))
                .limit(MAX_ITEMS)
                .toList();
    }
}
