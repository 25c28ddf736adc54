package cn.zhirong.knowledge;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code hit_run}; {@code settings} is a {@link SearchSettings} and {@code results} a list of {@link HitResult} as JSON.
 * In lists the results are left empty.
 */
@MappedEntity("hit_run")
record HitRunRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        HitRun.Cause cause,
        String ranBy,
        Instant ranAt,
        LocalDate asOf,
        long millis,
        @Nullable Long versionId,
        String about,
        String settings,
        int settingsRevision,
        int asked,
        @MappedProperty("hit_at_1") int hitAtOne,
        @MappedProperty("hit_at_3") int hitAtThree,
        @MappedProperty("hit_at_10") int hitAtTen,
        String results,
        HitRun.@Nullable Decision decision,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {}
