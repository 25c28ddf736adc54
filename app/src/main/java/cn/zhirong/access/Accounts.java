package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Accounts of a tenant: who there is, what they are, and the links by which they come in. Only digests of secrets are stored. */
@Singleton
public class Accounts {
    /** The longest e-mail address, in characters. */
    public static final int LONGEST_EMAIL = 254;

    static final String EMAIL_COLUMN = "account.contact_email";
    static final String PHONE_COLUMN = "account.contact_phone";

    private static final Pattern EMAIL = Pattern.compile("[!-~&&[^@<>\",;:]]{1,64}@[A-Za-z0-9.-]{1,189}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9-]{5,20}");

    private final AccountRepository repository;
    private final Sessions sessions;
    private final Tokens tokens;
    private final PersonalFields fields;
    private final Audit audit;
    private final SteadyClock clock;

    Accounts(
            AccountRepository repository,
            Sessions sessions,
            Tokens tokens,
            PersonalFields fields,
            Audit audit,
            SteadyClock clock) {
        this.repository = repository;
        this.sessions = sessions;
        this.tokens = tokens;
        this.fields = fields;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An account as those see it who manage people.
     *
     * @param person who it is
     * @param disabled whether nobody can sign in to it
     * @param passwordSet whether it was ever signed in to by its link
     * @param createdAt when it was made
     */
    public record Listed(Person person, boolean disabled, boolean passwordSet, Instant createdAt) {}

    /** How to reach a person; both may be unknown. */
    public record Contacts(@Nullable String email, @Nullable String phone) {}

    /** A field that cannot be taken, {@code name}, {@code username} or {@code email}, and what to read. */
    public record Wrong(String field, String message) {}

    /** All that is wrong with what was typed for a new account; empty where it can be made. */
    public List<Wrong> check(Tenant tenant, String username, String name, String email) {
        List<Wrong> wrong = new ArrayList<>();
        wrong(wrong, "name", () -> shown(name));
        wrong(wrong, "username", () -> free(tenant, username));
        wrong(wrong, "email", () -> sealedEmail(tenant, email));
        return wrong;
    }

    private static void wrong(List<Wrong> all, String field, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException refused) {
            all.add(new Wrong(field, String.valueOf(refused.getMessage())));
        }
    }

    /**
     * Makes an account by the system itself, without organisation and contacts.
     *
     * @throws IllegalArgumentException with a Chinese message if the name is malformed, reserved or taken
     */
    @Transactional
    public Person create(Tenant tenant, String username, String displayName, Role role) {
        return save(tenant, "system", username, displayName, role, null, null);
    }

    /**
     * Makes an account.
     *
     * @param actor user name of whoever makes it
     * @param organisationId the organisation it acts for; given exactly where the role acts for one
     * @param email for links, or null; kept sealed
     * @throws IllegalArgumentException with a Chinese message if the name is malformed, reserved or taken, the role does not
     *     exist here or does not fit the organisation, or the address is none
     */
    @Transactional
    public Person create(
            Tenant tenant,
            String actor,
            String username,
            String name,
            Role role,
            @Nullable Long organisationId,
            @Nullable String email) {
        fits(tenant, role, organisationId);
        return save(tenant, actor, username, shown(name), role, organisationId, email);
    }

    /** The account of this name, if it is there and not disabled. */
    public Optional<Person> find(Tenant tenant, String username) {
        return repository
                .findByUsername(tenant.id(), Username.typed(username))
                .filter(row -> !row.disabled())
                .map(AccountRow::person);
    }

    /** Every account that may act, oldest first. */
    public List<Person> all(Tenant tenant) {
        return repository.findAll(tenant.id()).stream()
                .filter(row -> !row.disabled())
                .map(AccountRow::person)
                .toList();
    }

    /** Everybody of an organisation who may act, oldest first. */
    public List<Person> of(Tenant tenant, long organisationId) {
        return repository.ofOrganisation(tenant.id(), organisationId).stream()
                .map(AccountRow::person)
                .toList();
    }

    /** Everybody whose role may do this and whose account is not disabled, oldest first. */
    public List<Person> whoMay(Tenant tenant, Action action) {
        List<String> roles = Arrays.stream(Role.values())
                .filter(action::allows)
                .map(Role::name)
                .toList();
        return repository.ofRoles(tenant.id(), roles).stream()
                .map(AccountRow::person)
                .toList();
    }

    /** Every account, disabled ones too, oldest first, at most 1,000. */
    public List<Listed> everybody(Tenant tenant) {
        return repository.findAll(tenant.id()).stream().map(Accounts::listed).toList();
    }

    /** The account of this key, disabled or not; another tenant's is not there. */
    public Optional<Listed> find(Tenant tenant, long accountId) {
        return repository.find(tenant.id(), accountId).map(Accounts::listed);
    }

    /** How to reach the account of this key. */
    public Contacts contacts(Tenant tenant, long accountId) {
        return repository
                .find(tenant.id(), accountId)
                .map(row -> new Contacts(
                        opened(tenant, EMAIL_COLUMN, row.contactEmail()),
                        opened(tenant, PHONE_COLUMN, row.contactPhone())))
                .orElse(new Contacts(null, null));
    }

    /**
     * Sets how to reach the account of this key; false if it is not there.
     *
     * @throws IllegalArgumentException with a Chinese message if one of them is malformed
     */
    @Transactional
    public boolean reachBy(
            Tenant tenant, String actor, long accountId, @Nullable String email, @Nullable String phone) {
        AccountRow row = repository.find(tenant.id(), accountId).orElse(null);
        if (row == null) {
            return false;
        }
        repository.setContacts(tenant.id(), accountId, sealedEmail(tenant, email), sealedPhone(tenant, phone));
        audit.record(tenant, actor, "account.contacts", row.username(), "");
        return true;
    }

    /**
     * Disables an account: its sessions, tokens and links are dead at once. False if it is not there or was disabled.
     *
     * @throws IllegalArgumentException with a Chinese message if it is the actor's own
     */
    @Transactional
    public boolean disable(Tenant tenant, String actor, long accountId) {
        AccountRow row = another(tenant, actor, accountId, "停用");
        if (row == null || repository.setDisabled(tenant.id(), accountId, true) != 1) {
            return false;
        }
        sessions.endAll(tenant, accountId);
        tokens.endAll(tenant, accountId);
        repository.removeCredentials(tenant.id(), accountId);
        audit.record(tenant, actor, "account.disable", row.username(), "");
        return true;
    }

    /**
     * Enables it again; sessions and tokens of before stay dead. False if it is not there, was not disabled,
     * or was emptied for good ({@link Erasure}).
     */
    @Transactional
    public boolean enable(Tenant tenant, String actor, long accountId) {
        AccountRow row = another(tenant, actor, accountId, "启用");
        if (row == null || repository.setDisabled(tenant.id(), accountId, false) != 1) {
            return false;
        }
        audit.record(tenant, actor, "account.enable", row.username(), "");
        return true;
    }

    /**
     * Gives an account another role; its sessions are dead at once. False if it is not there.
     *
     * @throws IllegalArgumentException with a Chinese message if it is the actor's own, or the role does not fit
     */
    @Transactional
    public boolean changeRole(Tenant tenant, String actor, long accountId, Role role, @Nullable Long organisationId) {
        AccountRow row = another(tenant, actor, accountId, "调整岗位");
        if (row == null) {
            return false;
        }
        fits(tenant, role, organisationId);
        repository.setRole(tenant.id(), accountId, role, organisationId);
        sessions.endAll(tenant, accountId);
        audit.record(tenant, actor, "account.role", row.username(), "role=" + row.role() + " -> " + role);
        return true;
    }

    /**
     * A new secret for this person; it is told once and never again. A link takes the place of older ones, which are dead; a
     * session or a token opens what the person may, for the command line and for tests.
     */
    @Transactional
    public String issue(Person person, CredentialKind kind) {
        return switch (kind) {
            case SESSION -> sessions.grant(row(person));
            case TOKEN -> tokens.grant(person, CredentialKind.TOKEN.life());
            case LINK, RESET -> link(person, kind);
        };
    }

    /** A new link by which the account of this key sets its password; empty if it is not there or disabled. */
    @Transactional
    public Optional<String> link(Tenant tenant, String actor, long accountId) {
        return repository
                .find(tenant.id(), accountId)
                .filter(row -> !row.disabled())
                .map(row -> {
                    audit.record(tenant, actor, "account.link", row.username(), "");
                    return link(row.person(), CredentialKind.LINK);
                });
    }

    /** Whom this secret stands for now, in this tenant and no other. */
    public Optional<Person> whoIs(Tenant tenant, String secret, CredentialKind kind) {
        return switch (kind) {
            case SESSION ->
                sessions.find(tenant, secret).filter(Session::isFull).map(Session::person);
            case TOKEN -> tokens.use(tenant, secret).map(Tokens.Bearer::person);
            case LINK, RESET ->
                repository
                        .findByLink(tenant.id(), Secrets.digest(secret), clock.now())
                        .map(AccountRow::person);
        };
    }

    /** Uses a sign-in link up and gives whom it stood for; the second call finds nothing. */
    @Transactional
    public Optional<Person> redeem(Tenant tenant, String secret) {
        Optional<Person> person = whoIs(tenant, secret, CredentialKind.LINK);
        if (repository.removeCredential(tenant.id(), Secrets.digest(secret)) != 1) {
            return Optional.empty();
        }
        return person;
    }

    /** Ends a session. */
    public void signOut(Tenant tenant, String secret) {
        sessions.signOut(tenant, secret);
    }

    private String link(Person person, CredentialKind kind) {
        String secret = Secrets.random();
        Instant now = clock.now();
        repository.removeCredentials(person.tenantId(), person.accountId());
        repository.addCredential(
                Secrets.digest(secret), person.tenantId(), person.accountId(), kind, now, now.plus(kind.life()));
        return secret;
    }

    private AccountRow row(Person person) {
        return repository
                .find(person.tenantId(), person.accountId())
                .orElseThrow(() -> new IllegalStateException("no account " + person.accountId()));
    }

    private Person save(
            Tenant tenant,
            String actor,
            String typed,
            String name,
            Role role,
            @Nullable Long organisationId,
            @Nullable String email) {
        String username = free(tenant, typed);
        AccountRow row = repository.save(new AccountRow(
                null,
                tenant.id(),
                username,
                name,
                role,
                organisationId,
                false,
                clock.now(),
                null,
                null,
                1,
                sealedEmail(tenant, email),
                null));
        audit.record(tenant, actor, "account.create", username, "role=" + role);
        return row.person();
    }

    private String free(Tenant tenant, String typed) {
        String username = Username.chosen(typed);
        if (repository.findByUsername(tenant.id(), username).isPresent()) {
            throw new IllegalArgumentException("用户名“" + username + "”已被使用。");
        }
        return username;
    }

    private static String shown(String name) {
        String shown = name.strip();
        if (shown.isEmpty() || shown.length() > 64) {
            throw new IllegalArgumentException("姓名须为 1 至 64 个字。");
        }
        return shown;
    }

    private @Nullable AccountRow another(Tenant tenant, String actor, long accountId, String what) {
        AccountRow row = repository.find(tenant.id(), accountId).orElse(null);
        if (row != null && row.username().equals(actor)) {
            throw new IllegalArgumentException("不能给自己" + what + "，请由另一位有权限的同事操作。");
        }
        return row;
    }

    private static void fits(Tenant tenant, Role role, @Nullable Long organisationId) {
        if (tenant.isPlatform() != (role == Role.PLATFORM_OPERATOR)) {
            throw new IllegalArgumentException("岗位“" + role.label() + "”在这里不可用。");
        }
        if ((role.organisation() == null) != (organisationId == null)) {
            throw new IllegalArgumentException(
                    organisationId == null ? "岗位“" + role.label() + "”须指定所属机构。" : "岗位“" + role.label() + "”不属于任何机构。");
        }
    }

    private @Nullable String sealedEmail(Tenant tenant, @Nullable String email) {
        if (email == null || email.isBlank()) {
            return null;
        }
        String address = email.strip();
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
            throw new IllegalArgumentException("邮箱须形如 name@example.cn，不超过 " + LONGEST_EMAIL + " 个字符。");
        }
        return fields.seal(tenant.id(), EMAIL_COLUMN, address);
    }

    private @Nullable String sealedPhone(Tenant tenant, @Nullable String phone) {
        if (phone == null || phone.isBlank()) {
            return null;
        }
        String number = phone.strip();
        if (!PHONE.matcher(number).matches()) {
            throw new IllegalArgumentException("电话须为 5 至 20 位数字，可含连字符。");
        }
        return fields.seal(tenant.id(), PHONE_COLUMN, number);
    }

    private @Nullable String opened(Tenant tenant, String column, @Nullable String sealed) {
        return sealed == null ? null : fields.open(tenant.id(), column, sealed);
    }

    private static Listed listed(AccountRow row) {
        return new Listed(row.person(), row.disabled(), row.passwordHash() != null, row.createdAt());
    }
}
