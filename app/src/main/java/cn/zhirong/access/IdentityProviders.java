package cn.zhirong.access;

import cn.zhirong.database.Json;
import cn.zhirong.tenant.Tenant;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who vouches for the people of a bureau, as its director configures it; the secret goes in and never comes out. */
@Singleton
public class IdentityProviders {
    public static final int LONGEST_NAME = 40;
    public static final int LONGEST_ADDRESS = 300;
    public static final int LONGEST_CLIENT = 200;
    public static final int LONGEST_SECRET = 500;
    /** Of one bureau. */
    public static final int MOST = 20;

    private static final String SECRET_COLUMN = "identity_provider.secret";

    private final IdentityProviderRepository repository;
    private final IdentityLinks links;
    private final PersonalFields fields;
    private final IdentityHttp http;
    private final Json json;
    private final Audit audit;
    private final Clock clock;

    IdentityProviders(
            IdentityProviderRepository repository,
            IdentityLinks links,
            PersonalFields fields,
            IdentityHttp http,
            Json json,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.links = links;
        this.fields = fields;
        this.http = http;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** What only some kinds need. */
    @Serdeable
    record Settings(String login) {}

    /**
     * One of them.
     *
     * @param issuer for OpenID Connect the issuer; for tickets the address that exchanges them
     * @param clientId the number of this application there
     * @param login for tickets the page that sends the browser back with one; otherwise empty
     */
    public record Known(
            long id, IdentityKind kind, String name, String issuer, String clientId, String login, boolean enabled) {}

    /** A field that cannot be taken, and what to read. */
    public record Wrong(String field, String message) {}

    /** All of them. */
    public List<Known> all(Tenant tenant) {
        return repository.findAll(tenant.id()).stream().map(this::known).toList();
    }

    /** Those that people may sign in by. */
    public List<Known> enabled(Tenant tenant) {
        return all(tenant).stream().filter(Known::enabled).toList();
    }

    /** One of this bureau. */
    public Optional<Known> find(Tenant tenant, long id) {
        return repository.find(tenant.id(), id).map(this::known);
    }

    /**
     * What is wrong with it; empty if it can be kept.
     *
     * @param secret empty to keep the one there is
     */
    public List<Wrong> check(Tenant tenant, Known one, String secret) {
        List<Wrong> wrong = new ArrayList<>();
        if (one.name().isBlank() || one.name().length() > LONGEST_NAME) {
            wrong.add(new Wrong("name", "名称须为 1 至 " + LONGEST_NAME + " 个字。"));
        }
        if (!isAddress(one.issuer())) {
            wrong.add(new Wrong("issuer", addressMessage("服务地址")));
        }
        if (one.kind() == IdentityKind.TICKET && !isAddress(one.login())) {
            wrong.add(new Wrong("login", addressMessage("登录页地址")));
        }
        if (!one.clientId().matches("[!-~]{1," + LONGEST_CLIENT + "}")) {
            wrong.add(new Wrong("clientId", "应用标识须为 1 至 " + LONGEST_CLIENT + " 个英文字母、数字或符号。"));
        }
        if (secret.length() > LONGEST_SECRET || secret.isEmpty() && one.id() == 0) {
            wrong.add(new Wrong("secret", "应用密钥须为 1 至 " + LONGEST_SECRET + " 个字符。"));
        }
        if (one.id() == 0 && repository.findAll(tenant.id()).size() >= MOST) {
            wrong.add(new Wrong("name", "最多 " + MOST + " 个登录渠道。"));
        }
        return wrong;
    }

    /** Keeps a new one that {@link #check} found nothing wrong with; gives its number. */
    @Transactional
    public long add(Tenant tenant, String actor, Known one, String secret) {
        IdentityProviderRow row = repository.save(new IdentityProviderRow(
                null,
                tenant.id(),
                one.kind(),
                one.name(),
                one.issuer(),
                one.clientId(),
                fields.seal(tenant.id(), SECRET_COLUMN, secret),
                json.write(new Settings(one.login())),
                one.enabled(),
                clock.instant()));
        audit.record(tenant, actor, "identity.provider-create", String.valueOf(row.key()), said(one));
        return row.key();
    }

    /** Changes one, but not its kind; false if there is none. */
    @Transactional
    public boolean change(Tenant tenant, String actor, Known one, String secret) {
        IdentityProviderRow row = repository.find(tenant.id(), one.id()).orElse(null);
        if (row == null) {
            return false;
        }
        String sealed = secret.isEmpty() ? row.secret() : fields.seal(tenant.id(), SECRET_COLUMN, secret);
        repository.change(
                tenant.id(),
                row.key(),
                one.name(),
                one.issuer(),
                one.clientId(),
                sealed,
                json.write(new Settings(one.login())),
                one.enabled());
        String kept = secret.isEmpty() ? "" : " secret=new";
        audit.record(
                tenant,
                actor,
                "identity.provider-change",
                String.valueOf(row.key()),
                said(known(row)) + " -> " + said(one) + kept);
        return true;
    }

    /** What became of a wish to remove one. */
    public enum Removal {
        /** It is gone, with everybody's link to it. */
        REMOVED,
        /** It must be switched off first. */
        STILL_ON,
        /** There is none. */
        UNKNOWN
    }

    /**
     * Removes one that is switched off, and everybody's link to it. Whoever is signed in by it stays so until the session ends;
     * their accounts and passwords are not touched.
     */
    @Transactional
    public Removal remove(Tenant tenant, String actor, long id) {
        IdentityProviderRow row = repository.find(tenant.id(), id).orElse(null);
        if (row == null) {
            return Removal.UNKNOWN;
        }
        if (row.enabled()) {
            return Removal.STILL_ON;
        }
        long unlinked = links.removeAll(tenant, id);
        repository.remove(tenant.id(), id);
        audit.record(
                tenant, actor, "identity.provider-remove", String.valueOf(id), said(known(row)) + " links=" + unlinked);
        return Removal.REMOVED;
    }

    /** One that people may sign in by, ready to be asked. */
    Optional<IdentityProvider> open(Tenant tenant, long id) {
        return repository
                .find(tenant.id(), id)
                .filter(IdentityProviderRow::enabled)
                .map(row -> {
                    String secret = fields.open(tenant.id(), SECRET_COLUMN, row.secret());
                    return switch (row.kind()) {
                        case OPENID -> new OpenIdProvider(row.issuer(), row.clientId(), secret, http);
                        case TICKET ->
                            new TicketProvider(
                                    URI.create(known(row).login()),
                                    URI.create(row.issuer()),
                                    row.clientId(),
                                    secret,
                                    http,
                                    clock);
                    };
                });
    }

    private Known known(IdentityProviderRow row) {
        Settings settings = json.read(row.settings(), Settings.class);
        return new Known(
                row.key(), row.kind(), row.name(), row.issuer(), row.clientId(), settings.login(), row.enabled());
    }

    private boolean isAddress(String written) {
        try {
            return written.matches("[!-~]{1," + LONGEST_ADDRESS + "}") && http.isAddress(URI.create(written));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static String addressMessage(String label) {
        return label + "须以 https:// 开头，不含账号和 # 号，不超过 " + LONGEST_ADDRESS + " 个字符。";
    }

    private static String said(Known one) {
        return one.kind() + " " + one.name() + " " + one.issuer() + " " + one.clientId()
                + (one.enabled() ? "" : " disabled");
    }
}
