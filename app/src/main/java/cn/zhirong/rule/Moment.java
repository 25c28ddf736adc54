package cn.zhirong.rule;

import java.time.LocalDate;

/** A day that a rule speaks of. */
public sealed interface Moment {
    /** The day the rule is asked for. */
    record Asked() implements Moment {}

    /** One day for all. */
    record Fixed(LocalDate day) implements Moment {}

    /** The day of a fact or field. */
    record OfFact(FactRef fact) implements Moment {}

    /** A day found from another: first picked, then moved. */
    record Moved(Moment of, Pick pick, Span by) implements Moment {}

    /** Which day is taken in another's place. */
    enum Pick {
        SAME_DAY(""),
        /** The last of the month before: what was newest in it. */
        MONTH_BEFORE("上月"),
        /** The last day of the quarter before. */
        QUARTER_BEFORE("上季度末"),
        /** 31 December of its year: what was newest in December. */
        DECEMBER("当年12月"),
        /** 1 January of its year. */
        NEW_YEAR("当年1月1日");

        private final String words;

        Pick(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        LocalDate from(LocalDate day) {
            return switch (this) {
                case SAME_DAY -> day;
                case MONTH_BEFORE -> day.withDayOfMonth(1).minusDays(1);
                case QUARTER_BEFORE ->
                    day.with(day.getMonth().firstMonthOfQuarter())
                            .withDayOfMonth(1)
                            .minusDays(1);
                case DECEMBER -> LocalDate.of(day.getYear(), 12, 31);
                case NEW_YEAR -> LocalDate.of(day.getYear(), 1, 1);
            };
        }
    }
}
