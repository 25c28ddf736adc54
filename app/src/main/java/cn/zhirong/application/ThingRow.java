package cn.zhirong.application;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code subsidy_thing}: a loan, an invoice or an event that an application asks money for.
 *
 * @param thing the list and the name in it, such as {@code loans/HT2026-001}
 * @param held with the kind of programme before it while money is approved or paid; the database knows it once in a bureau
 */
@MappedEntity("subsidy_thing")
record ThingRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        long applicationId,
        String thing,
        @Nullable String held) {}
