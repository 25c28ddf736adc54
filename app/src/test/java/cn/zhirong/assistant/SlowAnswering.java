package cn.zhirong.assistant;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

/** Says two sentences of a small city's subsidy rules, each only when it is let; fails where the question says so. */
final class SlowAnswering implements Answering {
    static final Citation RATE = new Citation(
            1, 7, 11, "shared", "示例〔2026〕1号", "示例市贴息办法", 1, "第三条", "a3", "按实际支付利息的百分之五十给予贴息", 4, "现行有效", List.of());
    static final List<Sentence> SENTENCES =
            List.of(new Sentence("补实际支付利息的一半。", List.of(1)), new Sentence("现有文件没有写明多久到账。", List.of()));

    private final Semaphore sentences = new Semaphore(0);

    /** Lets this many sentences be said, over all turns. */
    SlowAnswering let(int count) {
        sentences.release(count);
        return this;
    }

    @Override
    public Answer answer(Question question, Progress progress, Clauses seen) {
        progress.stage(Progress.Stage.SEARCHING, "检索到 1 条");
        if (question.text().contains("出错")) {
            throw new IllegalStateException("the index is gone");
        }
        for (Sentence sentence : SENTENCES) {
            sentences.acquireUninterruptibly();
            if (progress.isCancelled()) {
                throw new CancellationException();
            }
            if (!sentence.citations().isEmpty()) {
                progress.citation(RATE);
            }
            progress.sentence(sentence);
        }
        return answer(question.asOf());
    }

    static Answer.Grounded answer(LocalDate asOf) {
        return new Answer.Grounded(SENTENCES, List.of(RATE), List.of("要交哪些材料？"), Provenance.of(asOf, List.of(RATE)));
    }
}
