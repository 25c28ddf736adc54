package cn.zhirong.subsidy;

import cn.zhirong.rule.Payment;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was granted, here or as far as it is known by another government: the past that caps and ladders look at. */
@Singleton
public class Grants {
    static final int MOST_OF_ALL = 1_000_000;
    static final int MOST_OF_PAYEES = 100_000;
    static final int MOST_OF_THINGS = 10_000;

    private final GrantRepository repository;
    private final Clock clock;

    Grants(GrantRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Caps reckoned from a part of the past would grant too much. */
    static <T> List<T> whole(List<T> rows, int most) {
        if (rows.size() > most) {
            throw new IllegalStateException("more than " + most + " grants to look at");
        }
        return rows;
    }

    /** Something that was granted, with the firm and what it came from. */
    public record Granted(long enterpriseId, Payment payment, String origin) {}

    /** All that was granted to a firm, or for it to institutions. */
    public List<Payment> of(Tenant tenant, long enterpriseId) {
        return repository.of(tenant.id(), enterpriseId).stream()
                .map(GrantRow::payment)
                .toList();
    }

    /** All that was ever granted, by the number of the firm: for whoever goes through the whole register. */
    public Map<Long, List<Payment>> byEnterprise(Tenant tenant) {
        return whole(repository.all(tenant.id()), MOST_OF_ALL).stream()
                .collect(Collectors.groupingBy(
                        GrantRow::enterpriseId, Collectors.mapping(GrantRow::payment, Collectors.toList())));
    }

    /** What was granted to a firm, with what these institutions got for other firms: caps of theirs look at it. */
    public List<Payment> of(Tenant tenant, long enterpriseId, Collection<String> payees) {
        List<GrantRow> own = repository.of(tenant.id(), enterpriseId);
        List<String> named =
                payees.stream().filter(payee -> !payee.isEmpty()).distinct().toList();
        List<GrantRow> theirs =
                named.isEmpty() ? List.of() : whole(repository.ofPayees(tenant.id(), named), MOST_OF_PAYEES);
        return Stream.concat(own.stream(), theirs.stream().filter(row -> row.enterpriseId() != enterpriseId))
                .map(GrantRow::payment)
                .toList();
    }

    /** What was paid for these loans, invoices or events, whoever asked for it. */
    public List<Granted> forThings(Tenant tenant, Collection<String> things) {
        List<String> named =
                things.stream().filter(thing -> !thing.isEmpty()).distinct().toList();
        return named.isEmpty()
                ? List.of()
                : whole(repository.ofThings(tenant.id(), named), MOST_OF_THINGS).stream()
                        .map(row -> new Granted(row.enterpriseId(), row.payment(), row.origin()))
                        .toList();
    }

    /**
     * What was or is to be decided of a firm.
     *
     * @param origin what was decided, as {@link #add} was told it
     * @param until the moment of the decision; null where it is still to be decided
     */
    public record Decision(
            long enterpriseId, String origin, @Nullable Instant until) {}

    /** What firms had when something was decided, by what was: without what came of that itself, and without what came later. */
    public Map<String, List<Payment>> before(Tenant tenant, Collection<Decision> decisions) {
        List<Long> firms =
                decisions.stream().map(Decision::enterpriseId).distinct().toList();
        Map<Long, List<GrantRow>> rows = firms.isEmpty()
                ? Map.of()
                : whole(repository.ofFirms(tenant.id(), firms), MOST_OF_ALL).stream()
                        .collect(Collectors.groupingBy(GrantRow::enterpriseId));
        return decisions.stream()
                .collect(Collectors.toMap(
                        Decision::origin,
                        decision -> before(
                                rows.getOrDefault(decision.enterpriseId(), List.of()),
                                decision.origin(),
                                decision.until())));
    }

    private static List<Payment> before(List<GrantRow> rows, String origin, @Nullable Instant until) {
        return rows.stream()
                .filter(row -> !row.origin().equals(origin))
                .filter(row -> until == null || !row.grantedAt().isAfter(until))
                .map(GrantRow::payment)
                .toList();
    }

    /** Remembers what is granted; in the transaction of whoever grants it. */
    @Transactional
    public void add(Tenant tenant, long enterpriseId, Payment payment, String origin) {
        repository.save(new GrantRow(
                null,
                tenant.id(),
                enterpriseId,
                payment.rule(),
                payment.benefit(),
                payment.groups().stream().sorted().collect(Collectors.joining(",")),
                payment.to(),
                payment.payee(),
                payment.key(),
                payment.stage(),
                payment.year(),
                payment.fen(),
                origin,
                clock.instant()));
    }
}
