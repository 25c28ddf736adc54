package cn.zhirong.assistant;

import cn.zhirong.access.Masking;
import cn.zhirong.assistant.Answer.Reason;
import cn.zhirong.assistant.Finding.Ambiguous;
import cn.zhirong.assistant.Finding.Missing;
import cn.zhirong.assistant.Finding.Piece;
import cn.zhirong.assistant.Finding.Stated;
import cn.zhirong.assistant.Progress.Stage;
import cn.zhirong.knowledge.PolicySearch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Answers questions from a bureau's documents, without a language model. The same question on the same documents gets the same
 * answer. Safe for use by many threads.
 */
public final class Assistant {
    /** How many characters a question may have once what cannot be seen is taken out. */
    public static final int MAX_QUESTION = 500;

    /** How sure it must be that what was found answers; see {@code decisions/05-answering.md}. */
    public static final double LEAST_CONFIDENCE = 0.27;

    private final Evidence.Search search;
    private final double leastConfidence;

    public Assistant(PolicySearch search) {
        this(search, LEAST_CONFIDENCE);
    }

    /** @param leastConfidence what it asks for before it says something, from 0 to 1: 0 for measuring how good answers are, were none refused */
    public Assistant(PolicySearch search, double leastConfidence) {
        this.search = new Evidence.Search(search);
        this.leastConfidence = leastConfidence;
    }

    /**
     * Answers. Steps and sentences are told to {@code progress} on the calling thread; whatever is said there was checked
     * before.
     *
     * @throws CancellationException where {@code progress} no longer wants the answer
     */
    public Answer answer(Question asked, Progress progress) {
        progress.stage(Stage.UNDERSTANDING, "理解问题");
        String cleaned = Masking.named(QuestionText.clean(asked.text()));
        Question question = asked.on(RelativeDay.of(cleaned, asked.asOf()));
        Optional<Answer> atOnce = Replies.withoutSearch(question, cleaned);
        if (atOnce.isPresent()) {
            return atOnce.get();
        }
        heed(progress);
        List<Evidence> evidence = search.find(question, cleaned);
        int hits = evidence.stream().mapToInt(each -> each.hits().size()).sum();
        progress.stage(Stage.SEARCHING, "检索到 " + hits + " 条");
        heed(progress);
        if (isAboutAnotherPlace(question, cleaned, evidence)) {
            return Replies.refuse(question, Reason.OUT_OF_SCOPE, Replies.ANOTHER_PLACE, List.of(), List.of());
        }
        List<Finding> found = findings(evidence);
        progress.confidence(confidence(found));
        List<Finding> findings = sure(evidence, found);
        progress.stage(Stage.CHECKING, "核对引用");
        heed(progress);
        Answer answer = lapsed(question, evidence, findings).orElseGet(() -> conclude(question, evidence, findings));
        deliver(answer, progress);
        return answer;
    }

    /** What is not sure enough is not said, but shown as the nearest. */
    private List<Finding> sure(List<Evidence> evidence, List<Finding> findings) {
        List<Finding> sure = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            sure.add(
                    findings.get(i) instanceof Stated stated
                                    && !evidence.get(i).part().compares()
                                    && stated.confidence() < leastConfidence
                            ? new Missing(evidence.get(i).part(), true, stated.shown())
                            : findings.get(i));
        }
        return sure;
    }

    /** That of the part it is least sure of. */
    private static double confidence(List<Finding> findings) {
        return findings.stream()
                .mapToDouble(finding -> finding instanceof Stated stated ? stated.confidence() : 0)
                .min()
                .orElse(0);
    }

    /** What answered one part of a question is the likelier place for the next. */
    private static List<Finding> findings(List<Evidence> evidence) {
        List<Finding> findings = new ArrayList<>();
        List<Long> policies = List.of();
        for (Evidence each : evidence) {
            Evidence likelier = each.with(each.part().after(policies));
            // Asked in one breath, it is about the same thing: the document that answered first is read first.
            Finding there = !findings.isEmpty() && findings.getLast() instanceof Stated last
                    ? Composer.compose(likelier.ofPolicy(last.source()))
                    : new Missing(each.part(), false, List.of());
            Finding finding = there instanceof Stated ? there : Composer.compose(likelier);
            findings.add(finding);
            if (finding instanceof Stated stated) {
                policies = List.of(stated.source().policyId());
            }
        }
        return findings;
    }

    /** Where a document that does not hold speaks of what is asked, and those that do hold hardly, the former is told. */
    private Optional<Answer> lapsed(Question question, List<Evidence> evidence, List<Finding> findings) {
        Part part = evidence.getFirst().part();
        if (findings.size() != 1 || part.compares() || !(findings.getFirst() instanceof Stated stated)) {
            return Optional.empty();
        }
        List<Stated> old = Lapsed.instead(evidence.getFirst(), stated, search.outOfForce(question, part));
        return old.isEmpty() ? Optional.empty() : Optional.of(Replies.notInForce(question, old, stated.pieces()));
    }

    /** A bureau that answers for no place of its own knows no other either. */
    private static boolean isAboutAnotherPlace(Question question, String cleaned, List<Evidence> evidence) {
        if (question.bureau().places().isEmpty() && question.bureau().name().isEmpty()) {
            return false;
        }
        List<String> words = evidence.stream()
                .flatMap(each -> each.hits().stream())
                .map(hit -> Candidates.context(hit.passage()))
                .toList();
        List<String> own = new ArrayList<>(question.bureau().places());
        own.add(question.bureau().name());
        return Places.foreign(cleaned, own, words).isPresent();
    }

    private Answer conclude(Question question, List<Evidence> evidence, List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding instanceof Ambiguous ambiguous) {
                return new Answer.Clarify("您问的是哪一份文件？", ambiguous.titles(), Provenance.of(question.asOf(), List.of()));
            }
        }
        if (findings.stream().noneMatch(Stated.class::isInstance)) {
            return refuse(question, evidence, findings);
        }
        Draft draft = new Draft();
        Set<String> missing = new HashSet<>();
        for (Finding finding : findings) {
            switch (finding) {
                case Stated stated -> {
                    Part part = evidence.get(findings.indexOf(finding)).part();
                    (part.compares() ? Before.and(stated, search.outOfForce(question, part)) : stated.pieces())
                            .stream()
                                    .filter(piece -> !isToldBy(piece, findings))
                                    .forEach(draft::say);
                    if (!stated.remark().isEmpty()) {
                        draft.remark(stated.remark());
                    }
                }
                case Missing absent -> {
                    String label = absent.part().type().label();
                    if (missing.add(label)) {
                        draft.remark("现有文件没有写明" + label + "。");
                    }
                }
                case Ambiguous ambiguous -> {}
            }
        }
        if (!draft.isSupported()) {
            return Replies.refuse(
                    question, Reason.NOT_STATED, Replies.notStated(List.of()), draft.citations(), List.of());
        }
        return new Answer.Grounded(
                draft.sentences(),
                draft.citations(),
                FollowUps.of(draft.citations(), evidence),
                Provenance.of(question.asOf(), draft.citations()));
    }

    /** Whether another piece holds the same words and more. */
    private static boolean isToldBy(Piece piece, List<Finding> findings) {
        return findings.stream()
                .filter(Stated.class::isInstance)
                .flatMap(finding -> ((Stated) finding).pieces().stream())
                .anyMatch(other ->
                        other.hit().passage().id().equals(piece.hit().passage().id())
                                && other.span().length() > piece.span().length()
                                && other.span().from() <= piece.span().from()
                                && other.span().to() >= piece.span().to());
    }

    private Answer refuse(Question question, List<Evidence> evidence, List<Finding> findings) {
        List<Missing> missing = findings.stream()
                .filter(Missing.class::isInstance)
                .map(Missing.class::cast)
                .toList();
        for (Missing part : missing) {
            List<Stated> old = Lapsed.instead(search.outOfForce(question, part.part()));
            if (!old.isEmpty()) {
                return Replies.notInForce(question, old, List.of());
            }
        }
        if (missing.stream().noneMatch(Missing::related)) {
            return Replies.refuse(question, Reason.OUT_OF_SCOPE, Replies.OUT_OF_SCOPE, List.of(), List.of());
        }
        Draft nearest = new Draft();
        missing.forEach(part -> part.nearest().forEach(nearest::cite));
        return Replies.refuse(
                question,
                Reason.NOT_STATED,
                Replies.notStated(missing.stream()
                        .map(part -> part.part().type().label())
                        .distinct()
                        .toList()),
                nearest.citations(),
                FollowUps.of(nearest.citations(), evidence));
    }

    private static void deliver(Answer answer, Progress progress) {
        if (!(answer instanceof Answer.Grounded grounded)) {
            answer.citations().forEach(progress::citation);
            return;
        }
        Set<Integer> told = new HashSet<>();
        for (Sentence sentence : grounded.sentences()) {
            heed(progress);
            sentence.citations().stream()
                    .filter(told::add)
                    .forEach(n -> progress.citation(grounded.citations().get(n - 1)));
            progress.sentence(sentence);
        }
    }

    private static void heed(Progress progress) {
        if (progress.isCancelled()) {
            throw new CancellationException("the asker no longer wants the answer");
        }
    }
}
