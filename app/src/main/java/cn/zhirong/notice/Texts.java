package cn.zhirong.notice;

import cn.zhirong.tenant.Tenant;
import java.util.Optional;

/** Where a bureau's words come from. */
public interface Texts {
    /** The text of a kind such as {@code account.invitation}, if there is one. */
    Optional<NoticeText> find(Tenant tenant, String kind);
}
