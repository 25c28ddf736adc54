package cn.zhirong.subsidy;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code subsidy_judged_fact}. */
@MappedEntity("subsidy_judged_fact")
record JudgedFactRow(long tenantId, @Id String name, String label, boolean retired) {}
