package cn.zhirong.privacy;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is held on one account, for its owner: the page shows it and the file carries it. Instants are UTC. */
@Serdeable
public record OwnData(
        String bureau,
        Account account,
        List<Place> sessions,
        List<Token> tokens,
        List<Identity> identities,
        List<Bureau> bureaus,
        List<Consent> consents,
        List<Request> requests,
        List<Held> others) {
    public OwnData {
        sessions = List.copyOf(sessions);
        tokens = List.copyOf(tokens);
        identities = List.copyOf(identities);
        bureaus = List.copyOf(bureaus);
        consents = List.copyOf(consents);
        requests = List.copyOf(requests);
        others = List.copyOf(others);
    }

    /** Who it is and how they are reached; what is not known is null. */
    @Serdeable
    public record Account(
            String username,
            String name,
            String role,
            @Nullable String email,
            @Nullable String phone,
            String createdAt) {}

    /** A browser that is signed in: the address it came from and what it says of itself. */
    @Serdeable
    public record Place(String address, String device, String beganAt, String lastSeenAt, String endsAt) {}

    /** An API token; its secret is not kept. */
    @Serdeable
    public record Token(String name, String createdAt, String endsAt) {}

    /** An identity that one may sign in by: who vouches for it, and what they call the person, or empty. */
    @Serdeable
    public record Identity(String provider, String name, String linkedAt) {}

    /** An account in another bureau that is linked to this one; {@code enters} whether it was ever let in here. */
    @Serdeable
    public record Bureau(String name, String linkedAt, boolean enters) {}

    /** A version of the notice that was agreed to. */
    @Serdeable
    public record Consent(String version, String givenAt) {}

    /** Something that was written elsewhere, under which name and contact, and until when these are kept; empty where there is none. */
    @Serdeable
    public record Held(String what, String words, String name, String contact, String at, String keptUntil) {}

    /** A request for deletion and what became of it. */
    @Serdeable
    public record Request(String reason, String askedAt, String dueOn, String state, String answer) {}
}
