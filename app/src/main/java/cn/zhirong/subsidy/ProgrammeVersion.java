package cn.zhirong.subsidy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of what people read of a programme.
 *
 * @param programmeId null while the programme itself is only a draft
 * @param note why it was put in force; empty in a draft
 * @param putBy null in a draft
 */
public record ProgrammeVersion(
        long id,
        @Nullable Long programmeId,
        String code,
        Text text,
        int revision,
        String note,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt,
        @Nullable String putBy,
        @Nullable Instant putAt) {
    /** All that is written of a programme. */
    public record Text(String title, ProgrammeKind kind, String policy, ProgrammeContent content) {
        /** What a programme says now. */
        public static Text of(Programme programme) {
            return new Text(programme.title(), programme.kind(), programme.policy(), programme.content());
        }
    }

    /** Whether it may still be changed. */
    public boolean isOpen() {
        return putAt == null;
    }
}
