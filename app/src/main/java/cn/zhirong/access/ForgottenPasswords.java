package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;

/**
 * Writes a link to whoever forgot the password, if the account has an address. Who asks learns nothing: the answer is given
 * before this is called.
 */
@Singleton
public class ForgottenPasswords {
    /** The text of the letter. */
    public static final String LETTER = "account.reset";

    private final AccountRepository repository;
    private final Accounts accounts;
    private final Throttle throttle;
    private final SiteAddress site;
    private final BeanProvider<Letters> letters;
    private final Audit audit;

    ForgottenPasswords(
            AccountRepository repository,
            Accounts accounts,
            Throttle throttle,
            SiteAddress site,
            BeanProvider<Letters> letters,
            Audit audit) {
        this.repository = repository;
        this.accounts = accounts;
        this.throttle = throttle;
        this.site = site;
        this.letters = letters;
        this.audit = audit;
    }

    /** Writes the letter, if there is somebody to write to; at most three within a quarter of an hour. */
    @Transactional
    public void write(Tenant tenant, String typedName, Origin origin) {
        String username = Username.typed(typedName);
        if (!throttle.letter(tenant, username, origin)) {
            return;
        }
        AccountRow account = repository
                .findByUsername(tenant.id(), username)
                .filter(row -> !row.disabled())
                .orElse(null);
        if (account == null) {
            return;
        }
        String email = accounts.contacts(tenant, account.key()).email();
        if (email == null || !letters.isPresent()) {
            return;
        }
        String link = site.of(tenant, "/sign-in?token=" + accounts.issue(account.person(), CredentialKind.RESET));
        letters.get().write(tenant, email, LETTER, Map.of("链接", link, "用户名", account.username(), "有效期", "30 分钟"));
        audit.record(tenant, "system", "password.letter", account.username(), "source=" + origin.address());
    }
}
