package cn.zhirong.application;

import cn.zhirong.subsidy.ProgrammeContent.Clocks;
import cn.zhirong.tenant.WorkCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How long each step may take, in working days of the bureau's own calendar; the day it begins is not counted. */
record Terms(WorkCalendar calendar, LocalDate today) {
    /** How long a firm has to appeal, to give money back, and to say whether it wants what it was offered. */
    static final int APPEALING = 10;

    static final int RETURNING = 20;
    static final int CONFIRMING = 10;

    /** How long the bureau has to answer an appeal. */
    static final int APPEAL = 15;

    /** How long a public notice stands where the programme does not say. */
    static final int NOTICE = 5;

    /** How long an objection may take where the programme does not say. */
    static final int OBJECTION = 10;

    /** The last day of the clock that a step starts; null where none runs or nothing is promised. */
    @Nullable
    LocalDate due(Step step, Clocks clocks) {
        int days = switch (step.clock()) {
            case NONE -> 0;
            case ACCEPTANCE -> clocks.acceptance();
            case CORRECTION -> clocks.correction();
            case FIRST_REVIEW -> clocks.firstReview();
            case SECOND_REVIEW -> clocks.secondReview();
            case PAYMENT -> clocks.payment();
            case APPEALING -> APPEALING;
            case APPEAL -> APPEAL;
            case RETURNING -> RETURNING;
            case CONFIRMING -> CONFIRMING;
        };
        return days == 0 ? null : calendar.addWorkingDays(today, days);
    }

    /**
     * The last day on which anybody may object. What a programme says are days of the calendar; a last day off is put off to the
     * next working day (民法典 第二百零三条). Where it says nothing: {@value #NOTICE} working days.
     */
    LocalDate noticeEnds(Clocks clocks) {
        if (clocks.noticeDays() == 0) {
            return calendar.addWorkingDays(today, NOTICE);
        }
        LocalDate last = today.plusDays(clocks.noticeDays());
        return calendar.isWorking(last) ? last : calendar.addWorkingDays(last, 1);
    }

    /** Until when an objection is answered. */
    LocalDate objectionDue(Clocks clocks) {
        return calendar.addWorkingDays(today, clocks.objection() == 0 ? OBJECTION : clocks.objection());
    }

    /** How much time there is, as people say it; empty where no clock runs. */
    String left(@Nullable LocalDate due) {
        if (due == null) {
            return "";
        }
        if (today.isAfter(due)) {
            int over = calendar.workingDaysBetween(due, today);
            return over == 0 ? "已超期" : "已超期 " + over + " 个工作日";
        }
        int days = calendar.workingDaysBetween(today, due);
        return due.equals(today) ? "今天到期" : "剩 " + days + " 个工作日";
    }

    /** Whether it is over. */
    boolean isOver(@Nullable LocalDate due) {
        return due != null && today.isAfter(due);
    }

    /** Its colour, by the names of {@code show.tag}. */
    String tone(@Nullable LocalDate due) {
        if (due == null) {
            return "neutral";
        }
        return today.isAfter(due) ? "bad" : calendar.workingDaysBetween(today, due) <= 2 ? "wait" : "neutral";
    }
}
