package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import java.util.Map;

/**
 * Tells people something on the pages, in the transaction of whatever causes it, once for a cause. Where nobody keeps an inbox
 * nothing is told.
 */
public interface Notices {
    /**
     * Tells one account of the tenant.
     *
     * @param cause what causes it, such as {@code claim 17 approved}
     * @param kind a dotted word that names its text, such as {@code enterprise.verified}
     * @param fields what the text is filled with, by the Chinese name of the merge field
     * @param link a path of ours that leads to the thing, or empty
     */
    void tell(Tenant tenant, long accountId, String cause, String kind, Map<String, String> fields, String link);

    /** Tells everybody of the tenant who may do this, but for {@code actor}. */
    void tellWhoMay(
            Tenant tenant,
            Action action,
            String actor,
            String cause,
            String kind,
            Map<String, String> fields,
            String link);
}
