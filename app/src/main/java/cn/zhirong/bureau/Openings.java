package cn.zhirong.bureau;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Audit;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.tenant.TenantState;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** What the platform's operators do with bureaus: open, suspend, resume. They see no business data on the way. */
@Singleton
public class Openings {
    private static final String CHANGED = "changed-meanwhile";

    private final Tenants tenants;
    private final Accounts accounts;
    private final Audit audit;

    Openings(Tenants tenants, Accounts accounts, Audit audit) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * A bureau that was opened.
     *
     * @param link path of the set-up link of its first director: works once, is told once
     */
    public record Opened(Tenant tenant, Person director, String link) {}

    /** Opens a bureau with its first director. */
    @Transactional
    public Opened open(String actor, TenantProfile profile, String username, String name) {
        Tenant tenant = create(profile);
        Person director = director(tenant, username, name);
        String link = "/" + tenant.slug() + "/sign-in?token=" + accounts.issue(director, CredentialKind.LINK)
                + "&return=%2F" + tenant.slug() + "%2Fconsole%2Fsettings";
        audit.record(tenants.platform(), actor, "bureau.open", tenant.slug(), profile.name());
        audit.record(tenant, ofPlatform(actor), "tenant.open", tenant.slug(), profile.name());
        return new Opened(tenant, director, link);
    }

    /** Keeps everything of it from being served, and keeps everything. */
    @Transactional
    public Tenant suspend(String actor, Tenant tenant, String reason) {
        return become(actor, tenant, TenantState.SUSPENDED, "suspend", reason);
    }

    /** Lets it serve again. */
    @Transactional
    public Tenant resume(String actor, Tenant tenant, String reason) {
        return become(actor, tenant, TenantState.ACTIVE, "resume", reason);
    }

    /** A bureau there is or was; the platform and the shared shelf are none. */
    public Optional<Tenant> find(String slug) {
        return tenants.allEver().stream()
                .filter(tenant -> tenant.slug().equals(slug))
                .findFirst();
    }

    /** How somebody of the platform stands in the audit of a bureau, where a person of the same name may be. */
    static String ofPlatform(String actor) {
        String named = "platform:" + actor;
        return named.length() > 64 ? named.substring(0, 64) : named;
    }

    private Tenant become(String actor, Tenant tenant, TenantState state, String verb, String reason) {
        if (tenant.standing().state() == state || tenant.standing().state() == TenantState.DELETED) {
            throw Refusal.conflict(
                    CHANGED, "这个租户现在的状态是“" + tenant.standing().state().label() + "”，不能再这样改。");
        }
        Tenant changed = tenants.become(tenant, state, reason)
                .orElseThrow(() -> Refusal.conflict(CHANGED, "这个租户刚被别人改过，请看过现在的状态再决定。"));
        audit.record(tenants.platform(), actor, "bureau." + verb, tenant.slug(), reason);
        audit.record(tenant, ofPlatform(actor), "tenant." + verb, tenant.slug(), reason);
        return changed;
    }

    private Tenant create(TenantProfile profile) {
        try {
            return tenants.create(profile, false);
        } catch (IllegalArgumentException refused) {
            throw Refusal.badField("slug", String.valueOf(refused.getMessage()));
        }
    }

    private Person director(Tenant tenant, String username, String name) {
        try {
            return accounts.create(tenant, username, name, Role.DIRECTOR);
        } catch (IllegalArgumentException refused) {
            throw Refusal.badField("username", String.valueOf(refused.getMessage()));
        }
    }
}
