package cn.zhirong.policy;

import cn.zhirong.document.DocumentKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One text of a policy with its days, without its words.
 *
 * @param id unique over all shelves
 * @param shelf slug of the bureau it belongs to, or {@code shared}
 * @param policyId the policy it is a version of
 * @param number 1, 2, …
 * @param documentNumber 文号, or empty
 * @param issuers 发文机关, in printed order
 * @param audience whom it speaks to: {@code enterprise}, {@code bank}, …
 * @param signedOn 成文日期
 * @param publishedOn 发布日期
 * @param effectiveFrom 施行日期
 * @param expiresOn 失效日期, the last day in force
 * @param repealedOn 废止日期, the first day no longer in force
 * @param repealedBy number or title of what repealed it, or empty
 * @param supersededOn the day the next version took its place
 * @param source where the text comes from: an address or a name, or empty
 * @param illustrative whether its figures are made up for a demonstration
 * @param note what a reader should know before relying on it, or empty
 * @param uploadedBy user name, or {@code command-line}
 * @param releasedBy user name, or null for a draft and for what the command line set up
 * @param revision grows with each change; a form sends back the one it showed
 */
public record PolicyVersion(
        long id,
        String shelf,
        long policyId,
        int number,
        State state,
        String title,
        String documentNumber,
        List<String> issuers,
        DocumentKind kind,
        Level level,
        List<String> audience,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate repealedOn,
        String repealedBy,
        @Nullable LocalDate supersededOn,
        String source,
        boolean illustrative,
        String note,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable String releasedBy,
        @Nullable Instant releasedAt,
        int revision) {
    public PolicyVersion {
        issuers = List.copyOf(issuers);
        audience = List.copyOf(audience);
    }

    /** The days that decide whether it holds. */
    public Term term() {
        return new Term(kind, startsOn(), expiresOn, repealedOn, supersededOn);
    }

    /** 施行日期, or the day it was published or else signed where it names none; null where no day is known at all. */
    public @Nullable LocalDate startsOn() {
        return effectiveFrom != null ? effectiveFrom : datedOn();
    }

    /** The day by which lists are sorted: published, or else signed, or else null. */
    public @Nullable LocalDate datedOn() {
        return publishedOn != null ? publishedOn : signedOn;
    }

    /** How others name it: a link that needs no further look at the database. */
    public PolicyLink link() {
        return new PolicyLink(policyId, number, title, documentNumber);
    }

    /** What a person may change of it. */
    public PolicyFacts facts() {
        return new PolicyFacts(
                title,
                documentNumber,
                issuers,
                kind,
                level,
                audience,
                signedOn,
                publishedOn,
                effectiveFrom,
                expiresOn,
                repealedOn,
                source,
                illustrative,
                note);
    }
}
