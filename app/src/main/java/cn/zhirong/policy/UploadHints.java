package cn.zhirong.policy;

import org.jspecify.annotations.Nullable;

/**
 * What the sender of a file knows about it.
 *
 * @param policyId the policy of which it is a new version, or null for a new policy
 * @param source where it comes from: an address or a name, or empty
 */
public record UploadHints(@Nullable Long policyId, String source) {
    /** Nothing is known. */
    public static UploadHints none() {
        return new UploadHints(null, "");
    }
}
