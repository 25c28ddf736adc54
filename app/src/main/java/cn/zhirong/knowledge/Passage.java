package cn.zhirong.knowledge;

import cn.zhirong.policy.Level;
import cn.zhirong.policy.Term;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the index holds: one provision, or a part of a long one, with what is needed to show and cite it.
 *
 * @param id hash of shelf, version and content, so that indexing twice changes nothing
 * @param shelf slug of the tenant that owns it, or {@code shared}
 * @param policyId the document's identity
 * @param versionId the text it was cut from
 * @param versionNumber 1, 2, …
 * @param title the document's title
 * @param documentNumber its number, or empty
 * @param issuers its issuers
 * @param level whose document it is
 * @param term decides its validity on a day, and holds its kind
 * @param signedOn 成文日期, or null
 * @param publishedOn 发布日期, or null
 * @param path the provision it cites, or empty for the document's own head (title, number, issuers, dates)
 * @param anchor where the provision stands on the reading page, or empty for the head
 * @param trail headings above it, outermost first, with their numbers
 * @param text the words, exactly as they stand in the provision
 * @param position its place in the document, from 0
 * @param searchText the words by which it is found: {@code text}, or what an officer put in its place; never shown as the
 *     document's
 */
public record Passage(
        String id,
        String shelf,
        long policyId,
        long versionId,
        int versionNumber,
        String title,
        String documentNumber,
        List<String> issuers,
        Level level,
        Term term,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate publishedOn,
        String path,
        String anchor,
        List<String> trail,
        String text,
        int position,
        String searchText) {
    public Passage {
        issuers = List.copyOf(issuers);
        trail = List.copyOf(trail);
    }

    /** A passage that is found by its own words. */
    public Passage(
            String id,
            String shelf,
            long policyId,
            long versionId,
            int versionNumber,
            String title,
            String documentNumber,
            List<String> issuers,
            Level level,
            Term term,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate publishedOn,
            String path,
            String anchor,
            List<String> trail,
            String text,
            int position) {
        this(
                id,
                shelf,
                policyId,
                versionId,
                versionNumber,
                title,
                documentNumber,
                issuers,
                level,
                term,
                signedOn,
                publishedOn,
                path,
                anchor,
                trail,
                text,
                position,
                text);
    }

    /** Another part of the same provision, or the same at another place. */
    Passage with(String otherId, String otherText, String otherSearchText, int otherPosition) {
        return new Passage(
                otherId,
                shelf,
                policyId,
                versionId,
                versionNumber,
                title,
                documentNumber,
                issuers,
                level,
                term,
                signedOn,
                publishedOn,
                path,
                anchor,
                trail,
                otherText,
                otherPosition,
                otherSearchText);
    }
}
