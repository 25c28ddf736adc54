package cn.zhirong.tenant;

import java.time.LocalDate;

/**
 * A day that is not what its weekday says.
 *
 * @param working whether it is worked
 * @param remark why, such as 春节, at most 100 characters
 */
public record CalendarDay(LocalDate day, boolean working, String remark) {}
