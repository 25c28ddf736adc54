package cn.zhirong.rule;

import java.time.LocalDate;
import java.util.List;

/**
 * Why an evaluation came out as it did, as data: the same evaluation gives the same bytes wherever it is asked for, so that a
 * calculator, an answer and a reviewer's sheet can be compared, and one stored with a decision can be checked.
 *
 * @param amount in Chinese: what is granted, or why nothing is
 */
public record Trace(
        String rule,
        String policy,
        String title,
        String version,
        LocalDate asked,
        String verdict,
        String amount,
        TraceNode root) {
    /** The trace of an evaluation. */
    public static Trace of(Evaluation evaluation) {
        return TraceBuilder.build(evaluation);
    }

    /** UTF-8, keys in a fixed order, without blanks: JSON that is written in one way only. */
    public byte[] bytes() {
        return TraceWriter.write(this);
    }

    /**
     * A trace as it was stored.
     *
     * @throws IllegalArgumentException when it is not what {@link #bytes} wrote
     */
    public static Trace read(byte[] bytes) {
        return TraceReader.read(bytes);
    }

    /** Read aloud, one sentence each, from the whole to its parts. */
    public List<String> sentences() {
        return TraceSentences.of(this);
    }
}
