package cn.zhirong.people;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Audit;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Letters;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.access.SiteAddress;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Invites people by a link that works once and lets them set their password; also written to them where they have an address. */
@Singleton
class Invitations {
    private final Accounts accounts;
    private final Audit audit;
    private final BeanProvider<Letters> letters;
    private final SiteAddress site;

    Invitations(Accounts accounts, Audit audit, BeanProvider<Letters> letters, SiteAddress site) {
        this.accounts = accounts;
        this.audit = audit;
        this.letters = letters;
        this.site = site;
    }

    /** Who was invited and the secret of the link, which is told this once. */
    record Invited(Person person, String link) {}

    /**
     * Makes an account and its link.
     *
     * @throws Refusal with all that is wrong with the name, the user name and the address
     * @throws IllegalArgumentException with a Chinese message if the role does not fit
     */
    @Transactional
    Invited invite(
            Tenant tenant,
            Person by,
            String username,
            String name,
            Role role,
            @Nullable Long organisationId,
            String email) {
        List<Refusal.Field> wrong = accounts.check(tenant, username, name, email).stream()
                .map(it -> new Refusal.Field(it.field(), it.message()))
                .toList();
        if (!wrong.isEmpty()) {
            throw Refusal.badInput("有几处需要改正。", wrong);
        }
        Person person = accounts.create(
                tenant, by.username(), username, name, role, organisationId, email.isBlank() ? null : email);
        return new Invited(person, renew(tenant, by, person));
    }

    /** A new link for somebody who lost the first; older ones are dead. */
    @Transactional
    String renew(Tenant tenant, Person by, Person person) {
        String secret = accounts.issue(person, CredentialKind.LINK);
        audit.record(tenant, by.username(), "account.invite", person.username(), "");
        String email = accounts.contacts(tenant, person.accountId()).email();
        if (email != null && letters.isPresent()) {
            letters.get()
                    .write(
                            tenant,
                            email,
                            "account.invitation",
                            Map.of(
                                    "姓名",
                                    person.name(),
                                    "用户名",
                                    person.username(),
                                    "岗位",
                                    person.role().label(),
                                    "链接",
                                    address(tenant, secret),
                                    "有效期",
                                    "24 小时"));
        }
        return secret;
    }

    /** Where the link leads. */
    String address(Tenant tenant, String secret) {
        return site.of(tenant, "/sign-in?token=" + secret);
    }
}
