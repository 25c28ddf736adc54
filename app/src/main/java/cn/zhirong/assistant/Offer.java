package cn.zhirong.assistant;

import cn.zhirong.kernel.DateRange;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.ProgrammeViews;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A programme as it stands on a day.
 *
 * @param holding the version that holds on the day
 * @param versions all published ones, the newest first
 */
record Offer(Programme programme, Optional<RuleVersion> holding, List<RuleVersion> versions, LocalDate day) {

    static Offer of(Programme programme, List<RuleVersion> published, LocalDate day) {
        List<RuleVersion> own = published.stream()
                .filter(version -> version.programmeId() == programme.id())
                .toList();
        return new Offer(programme, Programmes.holding(own, day), own, day);
    }

    /** Whether a rule that is no draft holds, so that one can apply, if not today. */
    boolean runs() {
        return !programme.content().announced()
                && holding.filter(version -> !version.rule().basis().draftForComment())
                        .isPresent();
    }

    boolean isDraft() {
        return shown().filter(version -> version.rule().basis().draftForComment())
                .isPresent();
    }

    /** The version that holds, else the next one, else the last. */
    Optional<RuleVersion> shown() {
        return holding.or(() -> versions.stream()
                        .filter(version -> version.effective().from().isAfter(day))
                        .reduce((newer, older) -> older))
                .or(() -> versions.stream().findFirst());
    }

    /** The day on which the next version begins, where none holds. */
    Optional<LocalDate> begins() {
        return holding.isPresent()
                ? Optional.empty()
                : versions.stream()
                        .map(RuleVersion::effective)
                        .map(DateRange::from)
                        .filter(from -> from.isAfter(day))
                        .min(LocalDate::compareTo);
    }

    String title() {
        return "“" + programme.title() + "”";
    }

    ProgrammeViews.Standing standing() {
        return ProgrammeViews.standing(programme, holding, versions, day);
    }
}
