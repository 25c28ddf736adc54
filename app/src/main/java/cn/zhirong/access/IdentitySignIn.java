package cn.zhirong.access;

import cn.zhirong.access.IdentityProvider.Identity;
import cn.zhirong.access.IdentityProvider.NotVouched;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing in, or linking one's account, by the word of an {@link IdentityProvider}. What comes back counts only in the browser
 * that set out, once, within {@link #LIFE}, at the provider and the bureau it set out from. The provider makes no account: an
 * identity that nobody linked opens nothing.
 */
@Singleton
public class IdentitySignIn {
    /** How long a browser may be away at the provider. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private final IdentityProviders providers;
    private final IdentityLinkRepository repository;
    private final IdentityLinks links;
    private final SignIn signIn;
    private final SiteAddress site;
    private final Audit audit;
    private final SteadyClock clock;

    IdentitySignIn(
            IdentityProviders providers,
            IdentityLinkRepository repository,
            IdentityLinks links,
            SignIn signIn,
            SiteAddress site,
            Audit audit,
            SteadyClock clock) {
        this.providers = providers;
        this.repository = repository;
        this.links = links;
        this.signIn = signIn;
        this.site = site;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A browser that sets out.
     *
     * @param to where it goes; null if the provider does not answer as it must
     * @param secret for its cookie, which it brings back
     */
    public record Begun(@Nullable URI to, String secret) {}

    /** How it ended. */
    public sealed interface Outcome {
        /** Signed in as the account that is linked; its stage says what is still wanted. */
        record In(SignInResult.In in, String back) implements Outcome {}

        /** The account of who is signed in is linked now. */
        record Linked() implements Outcome {}

        /** The identity, or another one of the same provider for this account, is linked already. */
        record Taken() implements Outcome {}

        /** It is known who it is, and no account here is linked to that. */
        record Unlinked() implements Outcome {}

        /** Nothing is known. */
        record Refused() implements Outcome {}
    }

    /**
     * Sets out to a provider of this bureau; empty if there is none.
     *
     * @param linking who wants to link an account, or null to sign in
     * @param back one of our own paths to go on to, or empty
     */
    public Optional<Begun> begin(Tenant tenant, long providerId, @Nullable Person linking, String back) {
        IdentityProvider provider = providers.open(tenant, providerId).orElse(null);
        if (provider == null) {
            return Optional.empty();
        }
        String state = Secrets.random();
        String browser = Secrets.random();
        Instant now = clock.now();
        repository.clear(tenant.id(), now);
        repository.begin(
                tenant.id(),
                Secrets.digest(state),
                Secrets.digest(browser),
                providerId,
                linking == null ? null : linking.accountId(),
                back.length() > 500 ? "" : back,
                now.plus(LIFE));
        try {
            return Optional.of(new Begun(provider.begin(attempt(tenant, providerId, state, browser)), browser));
        } catch (NotVouched problem) {
            failed(tenant, providerId, problem);
            return Optional.of(new Begun(null, ""));
        }
    }

    /**
     * A browser that comes back; empty if this bureau has no such provider.
     *
     * @param browser the secret of its cookie, or empty
     * @param parameters of the address
     * @param session in which the browser is signed in, or null
     */
    public Optional<Outcome> finish(
            Tenant tenant,
            long providerId,
            String browser,
            Map<String, String> parameters,
            @Nullable Session session,
            Origin origin) {
        IdentityProvider provider = providers.open(tenant, providerId).orElse(null);
        if (provider == null) {
            return Optional.empty();
        }
        String state = parameters.getOrDefault("state", "");
        IdentityLinkRepository.Attempt attempt = repository
                .attempt(tenant.id(), providerId, Secrets.digest(state), Secrets.digest(browser), clock.now())
                .orElse(null);
        if (attempt == null || repository.use(tenant.id(), Secrets.digest(state)) != 1) {
            return Optional.of(new Outcome.Refused());
        }
        try {
            Identity identity = provider.finish(attempt(tenant, providerId, state, browser), parameters);
            Long accountId = attempt.accountId();
            return Optional.of(
                    accountId == null
                            ? enter(tenant, providerId, identity, attempt.back(), origin)
                            : link(tenant, providerId, identity, accountId, session));
        } catch (NotVouched problem) {
            failed(tenant, providerId, problem);
            return Optional.of(new Outcome.Refused());
        }
    }

    private Outcome enter(Tenant tenant, long providerId, Identity identity, String back, Origin origin) {
        Long accountId = repository
                .find(tenant.id(), providerId, identity.digest())
                .map(IdentityLinkRepository.Link::accountId)
                .orElse(null);
        if (accountId == null) {
            failed(tenant, providerId, new NotVouched("no account is linked"));
            return new Outcome.Unlinked();
        }
        return signIn.byIdentity(tenant, accountId, providerId, origin) instanceof SignInResult.In in
                ? new Outcome.In(in, back)
                : new Outcome.Refused();
    }

    private Outcome link(Tenant tenant, long providerId, Identity identity, long accountId, @Nullable Session session) {
        if (session == null || !session.isFull() || session.person().accountId() != accountId) {
            return new Outcome.Refused();
        }
        return links.add(tenant, session.person(), providerId, identity) ? new Outcome.Linked() : new Outcome.Taken();
    }

    private void failed(Tenant tenant, long providerId, NotVouched problem) {
        String why = String.valueOf(problem.getMessage());
        audit.record(
                tenant,
                "system",
                "identity.fail",
                String.valueOf(providerId),
                why.length() > 300 ? why.substring(0, 300) : why);
    }

    /** What the provider gets to see is made from the secret in the cookie: nothing of it need be kept. */
    private IdentityProvider.Attempt attempt(Tenant tenant, long providerId, String state, String browser) {
        return new IdentityProvider.Attempt(
                state,
                Secrets.digest("nonce:" + browser),
                Secrets.digest("verifier:" + browser),
                URI.create(site.of(tenant, "/sign-in/identity/" + providerId)));
    }
}
