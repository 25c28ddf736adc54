package cn.zhirong.application;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;

/**
 * What an officer says beside the facts: how they judge what only they can, and where they overrule a criterion.
 *
 * @param on the day on which the officer says it: the sheet is that of this day, whenever it is looked at again
 * @param judgements one for each fact that was judged
 * @param overrides one for each criterion that was overruled
 */
@Serdeable
public record Findings(LocalDate on, List<Judgement> judgements, List<Override> overrides) {
    /** Nothing was said. */
    static Findings none(LocalDate on) {
        return new Findings(on, List.of(), List.of());
    }

    public Findings {
        judgements = List.copyOf(judgements);
        overrides = List.copyOf(overrides);
    }

    /**
     * How an officer judges something.
     *
     * @param fact the name of the fact
     * @param reason why, which goes into the trace as evidence
     */
    @Serdeable
    public record Judgement(String fact, boolean yes, String reason) {}

    /**
     * A criterion that an officer overrules.
     *
     * @param place of the criterion: {@code f} for the firm's conditions, {@code r} for the records', and the way down, such as {@code f.0.2}
     * @param record the record it is overruled for; empty for the firm
     * @param met what it is taken for
     * @param reason why, 5 to 300 characters; goes into the trace as evidence
     */
    @Serdeable
    public record Override(String place, String record, boolean met, String reason) {}
}
