package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Puts a password in the place of another, or of none. Hashing is done before the transaction: it holds no connection. */
@Singleton
class NewPasswords {
    private final AccountRepository accounts;
    private final PasswordRules rules;
    private final PasswordHashes hashes;
    private final Sessions sessions;
    private final Audit audit;
    private final SteadyClock clock;

    NewPasswords(
            AccountRepository accounts,
            PasswordRules rules,
            PasswordHashes hashes,
            Sessions sessions,
            Audit audit,
            SteadyClock clock) {
        this.accounts = accounts;
        this.rules = rules;
        this.hashes = hashes;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** By a link that is used up; false if somebody else used it first. */
    boolean setByLink(Tenant tenant, AccountRow account, String link, String password) {
        rules.check(tenant, account.username(), password);
        return put(tenant, account, hashes.hash(password), link);
    }

    /** By somebody who knew the one before; false if it was changed meanwhile. */
    boolean change(Tenant tenant, AccountRow account, String password) {
        rules.check(tenant, account.username(), password);
        if (hashes.matches(account.passwordHash(), password)) {
            throw new IllegalArgumentException("新密码不能与现在的密码相同，请换一个。");
        }
        return put(tenant, account, hashes.hash(password), null);
    }

    /** All or nothing: sessions end, links are dead. */
    @Transactional
    boolean put(Tenant tenant, AccountRow account, String hash, @Nullable String link) {
        if (link != null && accounts.removeCredential(tenant.id(), Secrets.digest(link)) != 1) {
            return false;
        }
        if (accounts.setPassword(tenant.id(), account.key(), account.sessionEpoch(), hash, clock.now()) != 1) {
            return false;
        }
        sessions.endAll(tenant, account.key());
        accounts.removeCredentials(tenant.id(), account.key());
        audit.record(
                tenant, account.username(), "password.set", account.username(), link == null ? "changed" : "by link");
        return true;
    }
}
