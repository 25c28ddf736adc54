package cn.zhirong.policy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Names a version for a link.
 *
 * @param policyId the policy
 * @param version its number, from 1
 * @param title to be shown
 * @param documentNumber to be shown, or empty
 */
public record PolicyLink(long policyId, int version, String title, String documentNumber) {
    /** The address of the reading page for readers of {@code slug}. */
    public String path(String slug) {
        return path(slug, policyId, version, "");
    }

    /** The address of a provision on the reading page; without anchor, of the document. */
    public static String path(String slug, long policyId, int version, String anchor) {
        String page = "/" + slug + "/policies/" + policyId + "/v" + version;
        return anchor.isEmpty() ? page : page + "#" + URLEncoder.encode(anchor, StandardCharsets.UTF_8);
    }
}
