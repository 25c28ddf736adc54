package cn.zhirong.knowledge;

import cn.zhirong.policy.PolicyLink;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question: its clauses, and what is found for it now.
 *
 * @param set address of the list
 * @param here address of this page
 * @param typed the question as typed, or as stored
 * @param query what is searched for below: the question itself, or other words
 * @param address what was typed as a clause's address
 * @param clauses those it must find
 * @param hits what is found for {@code query} now
 */
public record HitQuestionView(
        String set,
        String here,
        String question,
        String typed,
        String query,
        String address,
        List<Refusal.Field> problems,
        List<Clause> clauses,
        List<Hit> hits) {
    private static final int SHOWN = 10;

    /** A clause it must find. */
    public record Clause(String words, String shelf, long policy, String path, String place, String tone) {}

    /** A passage found; {@code expected} where it is one of those it must find. */
    public record Hit(
            int place,
            String title,
            String path,
            String href,
            List<PassageHit.Snippet> snippet,
            String shelf,
            String passage,
            boolean expected) {}

    static HitQuestionView of(
            String slug,
            HitQuestion question,
            List<PassageHit> own,
            String query,
            List<PassageHit> found,
            String typed,
            String address,
            @Nullable Refusal refusal) {
        String set = "/" + slug + "/console/hits";
        return new HitQuestionView(
                set,
                set + "/questions/" + question.id(),
                question.text(),
                typed,
                query,
                address,
                FormErrors.of(refusal),
                question.clauses().stream().map(clause -> clause(clause, own)).toList(),
                found.stream()
                        .limit(SHOWN)
                        .map(hit -> hit(slug, question, found.indexOf(hit) + 1, hit))
                        .toList());
    }

    private static Clause clause(HitClause clause, List<PassageHit> own) {
        int rank = 0;
        for (int i = 0; i < own.size() && rank == 0; i++) {
            Passage passage = own.get(i).passage();
            boolean around = passage.policyId() == clause.policyId()
                    && passage.shelf().equals(clause.shelf())
                    && !passage.path().isEmpty()
                    && HitClause.isWithin(clause.path(), passage.path());
            rank = clause.holds(passage) || around ? i + 1 : 0;
        }
        return new Clause(
                clause.words(),
                clause.shelf(),
                clause.policyId(),
                clause.path(),
                RankWords.place(rank),
                HitResult.isAmong(rank, HitTest.PASS) ? "ok" : "bad");
    }

    private static Hit hit(String slug, HitQuestion question, int place, PassageHit hit) {
        Passage passage = hit.passage();
        return new Hit(
                place,
                passage.documentNumber().isEmpty()
                        ? "《" + passage.title() + "》"
                        : "《" + passage.title() + "》" + passage.documentNumber(),
                HitClause.place(passage),
                PolicyLink.path(slug, passage.policyId(), passage.versionNumber(), passage.anchor()),
                hit.snippet(),
                passage.shelf(),
                passage.id(),
                question.clauses().stream().anyMatch(clause -> clause.holds(passage)));
    }
}
