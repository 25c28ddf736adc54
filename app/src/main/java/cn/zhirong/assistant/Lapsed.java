package cn.zhirong.assistant;

import cn.zhirong.assistant.Finding.Stated;
import cn.zhirong.knowledge.Passage;
import cn.zhirong.knowledge.PassageHit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Notices that what is asked stands in documents that do not hold on the day rather than in those that do. */
final class Lapsed {
    /** An answer from documents that hold, above this, is never set aside for holding less. */
    private static final double WELL_SUPPORTED = 0.8;

    private static final double CLEARLY_MORE = 0.15;
    private static final double CITABLE_IN_PART = 0.7;
    private static final double ALIKE = 0.1;

    private static final int LONG = 3;
    private static final int ENOUGH = 2;
    private static final int MOST_DOCUMENTS = 3;

    /** "评估费现在还能补贴吗": whoever asks so wants to know of what ended and of what is to come. */
    private static final Pattern NOW = Pattern.compile("现在|目前|如今|眼下|当前|今年|仍|还(能|可以|有|给|会|补|贴|奖|在|是|要|可)");

    private Lapsed() {}

    /** Whether the present is asked about in so many words. */
    static boolean isOfNow(Part part) {
        return NOW.matcher(part.text()).find();
    }

    /** What documents that do not hold say instead of {@code stated}, a document each, the earliest first; often nothing. */
    static List<Stated> instead(Evidence holding, Stated stated, Evidence old) {
        if (!(Composer.compose(old) instanceof Stated best)) {
            return List.of();
        }
        Part part = holding.part();
        boolean isMoreOfIt = stated.support() <= WELL_SUPPORTED
                && isMoreThanTheKind(part, best.source(), stated.source())
                && best.support() >= Math.max(CITABLE_IN_PART, stated.support() + CLEARLY_MORE);
        boolean isNamedThere = isOfNow(part)
                && best.support() >= stated.support() - ALIKE
                && isNamedBetter(part, best.source(), stated.source());
        return isMoreOfIt || isNamedThere || isOnlyThere(part, best.source(), holding)
                ? ofEachDocument(best, old)
                : List.of();
    }

    /** The same where no document that holds says anything. */
    static List<Stated> instead(Evidence old) {
        return Composer.compose(old) instanceof Stated best && best.support() >= CITABLE_IN_PART
                ? ofEachDocument(best, old)
                : List.of();
    }

    private static List<Stated> ofEachDocument(Stated best, Evidence old) {
        List<Stated> all = new ArrayList<>(List.of(best));
        List<Long> seen = new ArrayList<>(List.of(best.source().policyId()));
        for (PassageHit hit : old.hits()) {
            Passage passage = hit.passage();
            if (all.size() < MOST_DOCUMENTS && !seen.contains(passage.policyId())) {
                seen.add(passage.policyId());
                if (Composer.compose(old.ofPolicy(passage)) instanceof Stated other
                        && other.support() >= best.support() - CLEARLY_MORE
                        && !isNamedBetter(old.part(), best.source(), other.source())) {
                    all.add(other);
                }
            }
        }
        all.sort(Comparator.comparing(stated -> begin(stated.source())));
        return all;
    }

    private static LocalDate begin(Passage passage) {
        @Nullable LocalDate from = passage.term().effectiveFrom();
        @Nullable LocalDate signed = passage.signedOn();
        return from != null ? from : signed != null ? signed : LocalDate.MIN;
    }

    /** Whether the title of one holds clearly more of what is asked than that of the other. */
    private static boolean isNamedBetter(Part part, Passage one, Passage other) {
        Terms terms = Terms.of(part, List.of(Candidates.context(one), Candidates.context(other)));
        return terms.coverage(QuestionText.normal(one.title()))
                > terms.coverage(QuestionText.normal(other.title())) + ALIKE;
    }

    /** Whether {@code old} holds a pair of the question that {@code holding} does not, the words for the kind of fact aside. */
    private static boolean isMoreThanTheKind(Part part, Passage old, Passage holding) {
        String there = Candidates.context(old);
        String here = Candidates.context(holding);
        return Pairs.in(topic(part)).stream().anyMatch(pair -> there.contains(pair) && !here.contains(pair));
    }

    /** The question without the words for the kind of fact, which a document that has the fact need not use. */
    private static String topic(Part part) {
        return part.type().asked().matcher(QuestionText.normal(part.text())).replaceAll("|");
    }

    /** Whether two or more runs of three characters stand in {@code old} and in nothing that holds: 数据知识产权 is not 知识产权. */
    private static boolean isOnlyThere(Part part, Passage old, Evidence holding) {
        String words = topic(part);
        String there = Candidates.context(old);
        List<String> here = holding.hits().stream()
                .map(hit -> Candidates.context(hit.passage()))
                .toList();
        int only = 0;
        for (int i = 0; i + LONG <= words.length(); i++) {
            String run = words.substring(i, i + LONG);
            boolean isWords = run.chars().allMatch(Character::isIdeographic);
            only += isWords && there.contains(run) && here.stream().noneMatch(text -> text.contains(run)) ? 1 : 0;
        }
        return only >= ENOUGH;
    }
}
