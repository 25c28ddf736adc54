package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/** Letters to the owner of an account, where there is an address and something that carries letters. */
@Singleton
class AccountLetters {
    /** A link for a forgotten password. */
    static final String RESET = "account.reset";
    /** The password was changed. */
    static final String PASSWORD_CHANGED = "account.password-changed";
    /** A second factor was set up or taken away. */
    static final String SECOND_FACTOR = "account.second-factor";

    /** An identity that somebody vouches for was linked to the account or unlinked. */
    static final String IDENTITY = "account.identity";
    /** An account in another bureau was linked or unlinked, or may come in now. */
    static final String COUNTERPART = "account.counterpart";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final AccountRepository accounts;
    private final PersonalFields fields;
    private final BeanProvider<Letters> letters;
    private final SteadyClock clock;

    AccountLetters(
            AccountRepository accounts, PersonalFields fields, BeanProvider<Letters> letters, SteadyClock clock) {
        this.accounts = accounts;
        this.fields = fields;
        this.letters = letters;
        this.clock = clock;
    }

    /** Whether a letter would reach the account. */
    boolean reaches(AccountRow account) {
        return account.contactEmail() != null && letters.isPresent();
    }

    /** Writes one in the transaction of what it tells of. */
    void write(Tenant tenant, long accountId, String kind, Map<String, String> more) {
        AccountRow account = accounts.find(tenant.id(), accountId).orElse(null);
        if (account == null || account.contactEmail() == null || !letters.isPresent()) {
            return;
        }
        Map<String, String> filled = new HashMap<>(more);
        filled.put("姓名", account.displayName());
        filled.put("用户名", account.username());
        filled.put("单位", tenant.profile().name());
        filled.put("时间", TIME.format(clock.now()));
        letters.get()
                .write(tenant, fields.open(tenant.id(), Accounts.EMAIL_COLUMN, account.contactEmail()), kind, filled);
    }
}
