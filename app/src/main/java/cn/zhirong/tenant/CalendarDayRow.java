package cn.zhirong.tenant;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/** A row of {@code calendar_day}. */
@MappedEntity("calendar_day")
record CalendarDayRow(long tenantId, LocalDate day, boolean working, String remark) {}
