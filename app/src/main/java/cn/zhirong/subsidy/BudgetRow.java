package cn.zhirong.subsidy;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code subsidy_budget}. */
@MappedEntity("subsidy_budget")
record BudgetRow(long tenantId, @Id long programmeId, int year, long amountFen, long reservedFen, long paidFen) {}
