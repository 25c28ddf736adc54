package cn.zhirong.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A published version among others of its policy.
 *
 * @param number 1, 2, …
 * @param validity on the day asked
 * @param dated the day it was published, or else signed
 * @param startsOn the day it takes effect
 */
public record VersionSummary(
        int number,
        String title,
        String documentNumber,
        Validity validity,
        @Nullable LocalDate dated,
        @Nullable LocalDate startsOn) {
    static VersionSummary of(PolicyVersion version, LocalDate asOf) {
        return new VersionSummary(
                version.number(),
                version.title(),
                version.documentNumber(),
                version.term().on(asOf),
                version.datedOn(),
                version.startsOn());
    }
}
