package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import java.util.Map;

/**
 * Writes to a person outside of the pages: an invitation, a link for a forgotten password. What carries it is chosen elsewhere;
 * here it is enough that it is written down in the transaction of whatever causes it, and sent after.
 */
public interface Letters {
    /**
     * Writes a letter.
     *
     * @param address an e-mail address or a telephone number; never logged
     * @param kind a dotted word that names its text, such as {@code account.invitation}
     * @param fields what the text is filled with, by the Chinese name of the merge field, such as 链接
     */
    void write(Tenant tenant, String address, String kind, Map<String, String> fields);
}
