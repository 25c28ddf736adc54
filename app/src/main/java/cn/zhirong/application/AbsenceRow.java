package cn.zhirong.application;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/** A row of {@code subsidy_absence}: days on which somebody is not there, both included. */
@MappedEntity("subsidy_absence")
record AbsenceRow(long tenantId, @Id long accountId, LocalDate fromOn, LocalDate untilOn) {}
