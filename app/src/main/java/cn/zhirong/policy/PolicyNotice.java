package cn.zhirong.policy;

import cn.zhirong.document.ImportNotice;
import cn.zhirong.document.ImportNotice.Severity;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should know before publishing, and what they decided about it.
 *
 * @param severity a {@link Severity#HOLD} must be settled before publication
 * @param code a stable word
 * @param message in Chinese, complete
 * @param settledBy user name, or null while it is open
 * @param settledAt when
 * @param reason why it may stand, or null
 */
@Serdeable
public record PolicyNotice(
        Severity severity,
        String code,
        String message,
        @Nullable String settledBy,
        @Nullable Instant settledAt,
        @Nullable String reason) {

    /** Something to know that keeps nothing from being published. */
    static PolicyNotice warning(String code, String message) {
        return new PolicyNotice(Severity.WARNING, code, message, null, null, null);
    }

    /** Whether it keeps the version from being published. */
    public boolean holds() {
        return severity == Severity.HOLD && settledBy == null;
    }

    PolicyNotice settled(String by, Instant at, String why) {
        return new PolicyNotice(severity, code, message, by, at, why);
    }

    /** What the import says now; what a person settled before and is said again in the same words stays settled. */
    static List<PolicyNotice> of(List<ImportNotice> found, List<PolicyNotice> before) {
        return found.stream().map(notice -> of(notice, before)).distinct().toList();
    }

    private static PolicyNotice of(ImportNotice notice, List<PolicyNotice> before) {
        return before.stream()
                .filter(old -> old.code.equals(notice.code()) && old.message.equals(notice.message()))
                .filter(old -> Objects.nonNull(old.settledBy))
                .findFirst()
                .orElseGet(
                        () -> new PolicyNotice(notice.severity(), notice.code(), notice.message(), null, null, null));
    }
}
