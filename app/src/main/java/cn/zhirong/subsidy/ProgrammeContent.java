package cn.zhirong.subsidy;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people read of a programme besides its rule.
 *
 * @param summary one or two plain sentences
 * @param audience whom it is for
 * @param windows when one can apply, in their order; none where one always can
 * @param places how many may get it, where places are limited
 * @param automatic 免申即享: the bureau finds who is eligible, the firm only confirms
 * @param closed nobody can apply for the time being, whatever the windows say
 * @param announced it is announced, and nothing of its amount is published yet
 * @param illustrative 示例: no official figures
 */
@Serdeable
public record ProgrammeContent(
        String summary,
        String audience,
        List<Material> materials,
        List<Window> windows,
        Contact contact,
        Clocks clocks,
        RationingWay rationing,
        @Nullable Integer places,
        boolean automatic,
        boolean closed,
        boolean announced,
        boolean illustrative,
        String note) {
    public ProgrammeContent {
        materials = List.copyOf(materials);
        windows = windows.stream().sorted(Comparator.comparing(Window::from)).toList();
    }

    /**
     * Something to hand in.
     *
     * @param id small letters, digits and hyphens
     * @param provision the path of the clause that asks for it; empty where none does
     */
    @Serdeable
    public record Material(String id, String name, boolean required, String note, String provision) {}

    /** Days on which one can apply, both included. */
    @Serdeable
    public record Window(LocalDate from, LocalDate until, String note) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** Where people are helped. */
    @Serdeable
    public record Contact(String place, String phone) {}

    /**
     * How long each step may take: in working days, the public notice in days of the calendar. 0 where nothing is promised.
     */
    @Serdeable
    public record Clocks(
            int acceptance,
            int correction,
            int firstReview,
            int secondReview,
            int noticeDays,
            int objection,
            int payment) {}

    /** Whether one can apply on the day. */
    public boolean isOpen(LocalDate day) {
        return !announced
                && !closed
                && (windows.isEmpty() || windows.stream().anyMatch(window -> window.contains(day)));
    }

    /** The window of the day, or else the next one; empty when one always can, or when none is announced. */
    public Optional<Window> window(LocalDate day) {
        return windows.stream().filter(window -> !window.until().isBefore(day)).findFirst();
    }
}
