package cn.zhirong.knowledge;

import cn.zhirong.document.Provision;
import cn.zhirong.policy.Level;
import cn.zhirong.policy.Term;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a document as the index takes it in.
 *
 * @param shelf slug of the tenant that owns it, or {@code shared}
 * @param policyId the document's identity
 * @param versionId the text's identity, unique on its shelf
 * @param versionNumber 1, 2, …
 * @param title the document's title
 * @param documentNumber its number, or empty
 * @param issuers in their printed order
 * @param level whose document it is
 * @param term decides its validity on a day, and holds its kind
 * @param signedOn 成文日期, or null
 * @param publishedOn 发布日期, or null
 * @param provisions the tree in reading order, a parent before its children
 * @param corrections what officers changed about its passages
 */
public record VersionText(
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
        List<Provision> provisions,
        List<PassageCorrection> corrections) {
    public VersionText {
        issuers = List.copyOf(issuers);
        provisions = List.copyOf(provisions);
        corrections = List.copyOf(corrections);
    }

    /** A version about whose passages nobody changed anything. */
    public VersionText(
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
            List<Provision> provisions) {
        this(
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
                provisions,
                List.of());
    }
}
