package cn.zhirong.policy;

import cn.zhirong.document.DocumentKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days that decide whether a version holds. All local dates in Asia/Shanghai.
 *
 * @param kind a draft for comment never holds; news and interpretations only inform
 * @param effectiveFrom 施行日期; null means from the day it was signed or published
 * @param expiresOn the last day in force, or null for no end
 * @param repealedOn the first day it no longer holds because another document repealed it, or null
 * @param supersededOn the first day a newer version took its place, or null
 */
public record Term(
        DocumentKind kind,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate repealedOn,
        @Nullable LocalDate supersededOn) {

    /** The state on {@code day}. Repeal is told before supersession, and both before expiry: the act before the calendar. */
    public Validity on(LocalDate day) {
        if (kind == DocumentKind.DRAFT_FOR_COMMENT) {
            return Validity.DRAFT_FOR_COMMENT;
        }
        if (repealedOn != null && !day.isBefore(repealedOn)) {
            return Validity.REPEALED;
        }
        if (supersededOn != null && !day.isBefore(supersededOn)) {
            return Validity.SUPERSEDED;
        }
        if (expiresOn != null && day.isAfter(expiresOn)) {
            return Validity.EXPIRED;
        }
        if (effectiveFrom != null && day.isBefore(effectiveFrom)) {
            return Validity.NOT_YET_IN_FORCE;
        }
        return kind.isBinding() ? Validity.IN_FORCE : Validity.INFORMATION;
    }
}
