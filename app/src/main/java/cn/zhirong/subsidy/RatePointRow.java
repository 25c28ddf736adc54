package cn.zhirong.subsidy;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/** A row of {@code rate_point}. */
@MappedEntity("rate_point")
record RatePointRow(long tenantId, @Id String name, LocalDate publishedOn, long ppm) {}
