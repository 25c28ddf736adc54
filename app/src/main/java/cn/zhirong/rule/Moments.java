package cn.zhirong.rule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the day that a moment is. */
final class Moments {
    private Moments() {}

    static boolean isNever(LocalDate day) {
        return day.equals(Value.Day.NEVER.day());
    }

    /** The day, or null when a fact it rests on is unknown; the facts looked at are added to {@code looked}. */
    static @Nullable LocalDate day(Moment moment, Scope scope, List<Input> looked) {
        return switch (moment) {
            case Moment.Asked asked -> scope.asked();
            case Moment.Fixed fixed -> fixed.day();
            case Moment.OfFact of -> {
                Input input = scope.look(of.fact());
                looked.add(input);
                yield input.value() instanceof Value.Day day ? day.day() : null;
            }
            case Moment.Moved moved -> {
                LocalDate day = day(moved.of(), scope, looked);
                // Before or after what has not come is no day either.
                yield day == null || isNever(day)
                        ? day
                        : moved.by().after(moved.pick().from(day));
            }
        };
    }
}
