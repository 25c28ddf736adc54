package cn.zhirong.isolation;

import cn.zhirong.access.IdentityKind;
import cn.zhirong.access.IdentityProviders;
import cn.zhirong.access.Secrets;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.FakeIdentities;
import cn.zhirong.testing.TestServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A provider of a bureau and an identity there that somebody linked.
 *
 * @param subject who it is at the portal
 */
record IdentityVisit(Tenant tenant, long provider, String subject) {
    private static final FakeIdentities PORTAL =
            new FakeIdentities(TestServer.get().bean(Clock.class));
    private static final Pattern REMOVAL = Pattern.compile("/account/identities/([0-9]+)/removal");

    /** A new provider, and the link of whoever these cookies sign in. */
    static IdentityVisit linked(Tenant tenant, String cookies, String word) {
        long provider = TestServer.get()
                .bean(IdentityProviders.class)
                .add(
                        tenant,
                        "system",
                        new IdentityProviders.Known(
                                0,
                                IdentityKind.TICKET,
                                word + "门户",
                                PORTAL.issuer() + "/ticket",
                                FakeIdentities.CLIENT,
                                PORTAL.issuer() + "/portal",
                                true),
                        FakeIdentities.SECRET);
        IdentityVisit visit = new IdentityVisit(tenant, provider, "s" + Secrets.random());
        visit.go("/account/identities/" + provider + "/begin", cookies);
        return visit;
    }

    /** Switches the provider off and has the director remove it, while somebody is on the way there. */
    void removed(String director) {
        Walker.get("/" + tenant.slug() + "/sign-in/identity/" + provider + "/begin", "");
        IdentityProviders providers = TestServer.get().bean(IdentityProviders.class);
        IdentityProviders.Known on = providers.find(tenant, provider).orElseThrow();
        providers.change(
                tenant,
                "system",
                new IdentityProviders.Known(
                        on.id(), on.kind(), on.name(), on.issuer(), on.clientId(), on.login(), false),
                "");
        Walker.post("/" + tenant.slug() + "/console/identity/" + provider + "/removal", director, Map.of());
    }

    /** Signs in by it; what comes back. */
    HttpResponse<String> signIn() {
        return go("/sign-in/identity/" + provider + "/begin", "");
    }

    /** The number of the newest link of whoever these cookies sign in. */
    String link(String cookies) {
        Matcher matcher = REMOVAL.matcher(
                Walker.get("/" + tenant.slug() + "/account/identities", cookies).body());
        String newest = null;
        while (matcher.find()) {
            newest = matcher.group(1);
        }
        if (newest == null) {
            throw new AssertionError("no identity is linked in " + tenant.slug());
        }
        return newest;
    }

    private HttpResponse<String> go(String begin, String cookies) {
        HttpResponse<String> away = Walker.get("/" + tenant.slug() + begin, cookies);
        String mark = away.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        URI page = URI.create(away.headers().firstValue("Location").orElseThrow());
        return Walker.get(
                "/" + tenant.slug() + "/sign-in/identity/" + provider + "?" + PORTAL.consent(page, subject),
                cookies.isEmpty() ? mark : cookies + "; " + mark);
    }
}
