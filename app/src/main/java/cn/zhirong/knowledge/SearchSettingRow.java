package cn.zhirong.knowledge;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code search_setting}; {@code settings} is a {@link SearchSettings} as JSON. */
@MappedEntity("search_setting")
record SearchSettingRow(@Id long tenantId, String settings, String changedBy, Instant changedAt, int revision) {}
