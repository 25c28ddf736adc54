package cn.zhirong.policy;

import cn.zhirong.document.Provision;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A published version as it is read.
 *
 * @param version its facts
 * @param validity on the day asked
 * @param provisions the tree in reading order
 * @param versions all published versions of the policy, newest first, this one included
 * @param file what it came from, or null
 * @param citedDocuments numbers of other documents in the text that the reader's library holds
 * @param supersededBy the version that took or takes its place, or null
 * @param repealedBy the document that repealed it, where the library holds it, or null
 */
public record PolicyDocument(
        PolicyVersion version,
        Validity validity,
        List<Provision> provisions,
        List<VersionSummary> versions,
        @Nullable FileInfo file,
        Map<String, PolicyLink> citedDocuments,
        @Nullable PolicyLink supersededBy,
        @Nullable PolicyLink repealedBy) {
    public PolicyDocument {
        provisions = List.copyOf(provisions);
        versions = List.copyOf(versions);
        citedDocuments = Map.copyOf(citedDocuments);
    }
}
