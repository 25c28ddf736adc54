package cn.zhirong.policy;

import cn.zhirong.document.DocumentKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One text of a {@link BundledPolicy} with its days, all local dates in Asia/Shanghai.
 *
 * @param file its Markdown file, relative to the folder of all policies
 * @param number 文号, or null for a document without one
 * @param publishedOn 发布日期
 * @param supersededOn the day the next version took effect, or null for the last
 * @param note what is new in it, or null
 * @param markdown the whole text
 */
public record BundledVersion(
        String file,
        @Nullable String number,
        @Nullable LocalDate signedOn,
        LocalDate publishedOn,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate repealedOn,
        @Nullable LocalDate supersededOn,
        @Nullable String note,
        String markdown) {

    /** The days that decide whether it holds. */
    public Term term(DocumentKind kind) {
        return new Term(kind, startsOn(), expiresOn, repealedOn, supersededOn);
    }

    /** 施行日期, or the day it was published where it names none. */
    public LocalDate startsOn() {
        return effectiveFrom == null ? publishedOn : effectiveFrom;
    }

    BundledVersion supersededOn(LocalDate day) {
        return new BundledVersion(
                file, number, signedOn, publishedOn, effectiveFrom, expiresOn, repealedOn, day, note, markdown);
    }
}
