package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A second factor besides the password: codes of an authenticator app, and ten recovery codes for the day the phone is lost. */
@Singleton
public class SecondFactors {
    /** How many recovery codes there are, each good once. */
    public static final int RECOVERY_CODES = 10;

    private static final String COLUMN = "second_factor.secret";

    private final SecondFactorRepository repository;
    private final PersonalFields fields;
    private final Audit audit;
    private final Clock clock;

    SecondFactors(SecondFactorRepository repository, PersonalFields fields, Audit audit, Clock clock) {
        this.repository = repository;
        this.fields = fields;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What an app needs to know.
     *
     * @param key to be typed
     * @param address to be scanned
     */
    public record Setup(String key, String address) {}

    /** Whether the person has one that works. */
    public boolean has(Person person) {
        return repository
                .find(person.tenantId(), person.accountId())
                .map(row -> row.confirmedAt() != null)
                .orElse(false);
    }

    /** How many recovery codes are left. */
    public long codesLeft(Person person) {
        return repository.countCodes(person.tenantId(), person.accountId());
    }

    /** Begins to set one up; nothing is asked for before {@link #confirm}. */
    @Transactional
    public void begin(Tenant tenant, Person person) {
        if (has(person)) {
            return;
        }
        repository.removePending(tenant.id(), person.accountId());
        repository.add(tenant.id(), person.accountId(), fields.seal(tenant.id(), COLUMN, Totp.freshKey()));
    }

    /** What was begun and not confirmed yet. */
    public Optional<Setup> pending(Tenant tenant, Person person) {
        return repository
                .find(tenant.id(), person.accountId())
                .filter(row -> row.confirmedAt() == null)
                .map(row -> fields.open(tenant.id(), COLUMN, row.secret()))
                .map(key -> new Setup(key, Totp.address(tenant.profile().name(), person.username(), key)));
    }

    /** Confirms it with a first code; gives the recovery codes, told once, or nothing if the code is wrong. */
    @Transactional
    public Optional<List<String>> confirm(Tenant tenant, Person person, String code) {
        Setup setup = pending(tenant, person).orElse(null);
        if (setup == null) {
            return Optional.empty();
        }
        OptionalLong step = Totp.matching(setup.key(), digits(code), clock.instant());
        if (step.isEmpty()
                || repository.confirm(tenant.id(), person.accountId(), step.getAsLong(), clock.instant()) != 1) {
            return Optional.empty();
        }
        audit.record(tenant, person.username(), "second-factor.confirm", person.username(), "");
        return Optional.of(newCodes(tenant, person));
    }

    /** Ten new recovery codes in the place of those there were. */
    @Transactional
    public List<String> renewCodes(Tenant tenant, Person person) {
        audit.record(tenant, person.username(), "second-factor.renew-codes", person.username(), "");
        return newCodes(tenant, person);
    }

    /** Whether this is a code of the app or a recovery code, not used before; it is used up. */
    @Transactional
    boolean accept(Tenant tenant, Person person, String code) {
        String typed = digits(code);
        Optional<String> key = repository
                .find(tenant.id(), person.accountId())
                .filter(row -> row.confirmedAt() != null)
                .map(row -> fields.open(tenant.id(), COLUMN, row.secret()));
        if (key.isEmpty()) {
            return false;
        }
        OptionalLong step = Totp.matching(key.get(), typed, clock.instant());
        if (step.isPresent()) {
            return repository.useStep(tenant.id(), person.accountId(), step.getAsLong()) == 1;
        }
        String digest = Secrets.digest(typed.toLowerCase(Locale.ROOT));
        if (repository.useCode(tenant.id(), person.accountId(), digest) != 1) {
            return false;
        }
        audit.record(
                tenant,
                person.username(),
                "second-factor.recovery-code",
                person.username(),
                "left=" + repository.countCodes(tenant.id(), person.accountId()));
        return true;
    }

    /** Takes it away: by the person, or by somebody who manages people for one who lost the phone. */
    @Transactional
    public void remove(Tenant tenant, String actor, Person person) {
        repository.removeCodes(tenant.id(), person.accountId());
        repository.remove(tenant.id(), person.accountId());
        audit.record(tenant, actor, "second-factor.remove", person.username(), "");
    }

    private List<String> newCodes(Tenant tenant, Person person) {
        repository.removeCodes(tenant.id(), person.accountId());
        List<String> codes = new ArrayList<>();
        for (int n = 0; n < RECOVERY_CODES; n++) {
            // 64 random bits, told in groups of four.
            String code = Secrets.random().substring(0, 16);
            repository.addCode(tenant.id(), person.accountId(), Secrets.digest(code));
            codes.add(code.replaceAll("(.{4})(?=.)", "$1-"));
        }
        return List.copyOf(codes);
    }

    private static String digits(String code) {
        String bounded = code.length() > 64 ? code.substring(0, 64) : code;
        return bounded.replaceAll("[\\s-]", "");
    }
}
