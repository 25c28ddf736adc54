package cn.zhirong.people;

import cn.zhirong.access.Accounts;
import cn.zhirong.tenant.Tenant;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How people and organisations read on pages. */
final class PeopleTexts {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private PeopleTexts() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static String orDash(@Nullable String value) {
        return value == null || value.isEmpty() ? "—" : value;
    }

    /** Whether somebody can sign in to the account, or has yet to; in a demonstration one signs in without a password. */
    static String state(Tenant tenant, Accounts.Listed account) {
        return tenant.demonstration() && !account.passwordSet() && !account.disabled() ? "演示账号" : state(account);
    }

    /** The same where nobody signs in without a password. */
    static String state(Accounts.Listed account) {
        if (account.disabled()) {
            return "已停用";
        }
        return account.passwordSet() ? "正常" : "待首次登录";
    }

    /** Who decided about an organisation, how and why. */
    static String note(OrganisationRow row) {
        Instant at = row.decidedAt();
        if (at == null) {
            return "";
        }
        String how = "TRANSFER".equals(row.decidedHow()) ? "打款核验" : "由 " + row.decidedBy() + " 核验";
        return time(at) + " " + how + (row.reason().isEmpty() ? "" : "：" + row.reason());
    }
}
