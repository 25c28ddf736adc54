package cn.zhirong.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * OpenID Connect: the authorization code flow with PKCE. What the provider says of itself and its keys are asked for each time:
 * a key that is withdrawn counts no more at the next sign-in.
 */
final class OpenIdProvider implements IdentityProvider {
    /** Public keys only: a token signed with the client's secret, or not at all, is none. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.EdDSA);

    private final String issuer;
    private final String clientId;
    private final String secret;
    private final IdentityHttp http;

    OpenIdProvider(String issuer, String clientId, String secret, IdentityHttp http) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.secret = secret;
        this.http = http;
    }

    @Override
    public URI begin(Attempt attempt) throws NotVouched {
        URI endpoint = metadata().getAuthorizationEndpointURI();
        if (endpoint == null || !http.isAddress(endpoint)) {
            throw new NotVouched("the provider names no page to sign in at");
        }
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "profile"), new ClientID(clientId), attempt.callback())
                .endpointURI(endpoint)
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    @Override
    public Identity finish(Attempt attempt, Map<String, String> parameters) throws NotVouched {
        String code = parameters.get("code");
        if (code == null || code.isEmpty() || code.length() > 4096) {
            throw new NotVouched("no code came back");
        }
        if (!parameters.getOrDefault("iss", issuer).equals(issuer)) {
            throw new NotVouched("the answer is another issuer's");
        }
        OIDCProviderMetadata metadata = metadata();
        IDTokenClaimsSet claims = claims(metadata, token(metadata, attempt, code), attempt.nonce());
        // The validator leaves the authorized party alone: a token made out to several counts for the one it names.
        AuthorizedParty party = claims.getAuthorizedParty();
        if (party == null ? claims.getAudience().size() > 1 : !party.getValue().equals(clientId)) {
            throw new NotVouched("the token was made for another application");
        }
        String subject = claims.getSubject().getValue();
        if (subject.length() > Identity.LONGEST) {
            throw new NotVouched("the subject is too long");
        }
        String name = claims.getStringClaim("name");
        String shown = name == null ? claims.getStringClaim("preferred_username") : name;
        return new Identity(claims.getIssuer().getValue(), subject, shown == null ? "" : shown);
    }

    private OIDCProviderMetadata metadata() throws NotVouched {
        URI at = URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration");
        try {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(answer(at, http.get(URI.create(issuer), at)));
            if (!metadata.getIssuer().getValue().equals(issuer)) {
                throw new NotVouched("the provider calls itself another issuer");
            }
            return metadata;
        } catch (ParseException e) {
            throw new NotVouched("what the provider says of itself cannot be read");
        }
    }

    private JWT token(OIDCProviderMetadata metadata, Attempt attempt, String code) throws NotVouched {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", attempt.callback().toString());
        form.put("code_verifier", attempt.verifier());
        String authorization = "";
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        if (methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)) {
            authorization =
                    new ClientSecretBasic(new ClientID(clientId), new Secret(secret)).toHTTPAuthorizationHeader();
        } else {
            form.put("client_id", clientId);
            form.put("client_secret", secret);
        }
        URI at = named(metadata.getTokenEndpointURI());
        String body = answer(at, http.post(URI.create(issuer), at, encoded(form), authorization));
        try {
            return JWTParser.parse(JSONObjectUtils.getString(JSONObjectUtils.parse(body), "id_token"));
        } catch (ParseException | java.text.ParseException e) {
            throw new NotVouched("no token came for the code");
        }
    }

    private IDTokenClaimsSet claims(OIDCProviderMetadata metadata, JWT token, String nonce) throws NotVouched {
        URI at = named(metadata.getJWKSetURI());
        try {
            JWKSet keys = JWKSet.parse(answer(at, http.get(URI.create(issuer), at)));
            IDTokenValidator validator = new IDTokenValidator(
                    new Issuer(issuer),
                    new ClientID(clientId),
                    new JWSVerificationKeySelector<SecurityContext>(ALGORITHMS, new ImmutableJWKSet<>(keys)),
                    null);
            return validator.validate(token, new Nonce(nonce));
        } catch (BadJOSEException | JOSEException e) {
            throw new NotVouched("the token is not valid: " + e.getMessage());
        } catch (java.text.ParseException e) {
            throw new NotVouched("the provider's keys cannot be read");
        }
    }

    private static URI named(@Nullable URI at) throws NotVouched {
        if (at == null) {
            throw new NotVouched("the provider does not name all its addresses");
        }
        return at;
    }

    private static String answer(URI at, IdentityHttp.Answer answer) throws NotVouched {
        if (answer.status() != 200) {
            throw new NotVouched(at.getPath() + " was answered with " + answer.status());
        }
        return answer.body();
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
