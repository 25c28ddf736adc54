package cn.zhirong.subsidy;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/** A row of {@code rate_series}. */
@MappedEntity("rate_series")
record RateRow(long tenantId, @Id String name, String label, LocalDate keptUntil, boolean illustrative) {}
