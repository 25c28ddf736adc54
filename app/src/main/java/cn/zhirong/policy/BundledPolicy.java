package cn.zhirong.policy;

import cn.zhirong.document.DocumentKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy that travels with the application, before it is parsed and stored.
 *
 * @param shelf the slug of the bureau it belongs to, or {@link #SHARED}
 * @param slug its folder, unique on its shelf
 * @param issuers 发文机关, in printed order
 * @param audience whom it speaks to: {@code enterprise}, {@code bank}, …
 * @param topics words to browse by
 * @param source where the text comes from: an address or a name
 * @param illustrative whether its figures are made up for a demonstration; the pages then say so
 * @param note what a reader should know before relying on it, or null
 * @param versions oldest first, at least one
 */
public record BundledPolicy(
        String shelf,
        String slug,
        String title,
        List<String> issuers,
        DocumentKind kind,
        Level level,
        List<String> audience,
        List<String> topics,
        String source,
        boolean illustrative,
        @Nullable String note,
        List<BundledVersion> versions) {
    /** The shelf that every bureau may read. */
    public static final String SHARED = "shared";

    public BundledPolicy {
        issuers = List.copyOf(issuers);
        audience = List.copyOf(audience);
        topics = List.copyOf(topics);
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("policy " + slug + " has no version");
        }
    }

    /** The newest text, which may not be in force yet. */
    public BundledVersion latest() {
        return versions.getLast();
    }
}
