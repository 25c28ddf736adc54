package cn.zhirong.assistant;

import cn.zhirong.access.Audit;
import cn.zhirong.access.Masking;
import cn.zhirong.access.Secrets;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Questions of the last months that got no answer, or one that did not help, and what officers did about them. A question is its
 * words; who asked is not asked for, and what looks like a telephone, identity or card number in it is not shown.
 */
@Singleton
class Unanswered {
    private static final Duration LOOKED_BACK = Duration.ofDays(180);
    private static final int LONGEST_REMARK = 500;

    private final UnansweredRepository repository;
    private final Tenants tenants;
    private final Audit audit;
    private final Clock clock;

    Unanswered(UnansweredRepository repository, Tenants tenants, Audit audit, Clock clock) {
        this.repository = repository;
        this.tenants = tenants;
        this.audit = audit;
        // Instants as the database keeps them, so that what was written equals what is read.
        this.clock = Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
    }

    /**
     * A question nobody could answer.
     *
     * @param digest names it in forms
     * @param text with numbers of persons left out
     * @param reason why there was no answer, or null where there was one
     * @param unhelpful how often somebody said that the answer did not help
     * @param handling what was done about it, or null; asked again since, it waits anew
     */
    record Entry(
            String digest,
            String text,
            long times,
            Instant lastAt,
            Answer.@Nullable Reason reason,
            long unhelpful,
            @Nullable UnansweredHandlingRow handling) {

        boolean waits() {
            return handling == null || handling.handledAt().isBefore(lastAt);
        }
    }

    /** All of them, the latest first. */
    List<Entry> of(Tenant tenant) {
        Map<String, UnansweredHandlingRow> handled = repository.handled(tenant.id()).stream()
                .collect(Collectors.toMap(UnansweredHandlingRow::questionDigest, Function.identity()));
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (UnansweredRow row : repository.since(tenant.id(), clock.instant().minus(LOOKED_BACK))) {
            String text = Masking.named(row.question());
            String digest = Secrets.digest(QuestionText.normal(text));
            Entry entry = new Entry(
                    digest,
                    text,
                    row.times(),
                    row.lastAt(),
                    row.reason() == null ? null : Answer.Reason.valueOf(row.reason()),
                    row.unhelpful(),
                    handled.get(digest));
            entries.merge(digest, entry, Unanswered::together);
        }
        return entries.values().stream()
                .sorted(Comparator.comparing(Entry::lastAt).reversed())
                .toList();
    }

    Entry entry(Tenant tenant, String digest) {
        return of(tenant).stream()
                .filter(entry -> entry.digest().equals(digest))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Something was done about it. */
    @Transactional
    void handle(Tenant tenant, String actor, String digest, String typed) {
        String remark = typed.strip();
        if (remark.isEmpty() || remark.length() > LONGEST_REMARK) {
            throw Refusal.badField("remark-" + digest, "处理说明须为 1 至 " + LONGEST_REMARK + " 个字。");
        }
        tenants.lock(tenant);
        entry(tenant, digest);
        repository.remove(tenant.id(), digest);
        repository.add(tenant.id(), digest, remark, actor, clock.instant());
        audit.record(tenant, actor, "unanswered.handle", "question/" + digest, remark);
    }

    private static Entry together(Entry one, Entry other) {
        Entry later = one.lastAt().isBefore(other.lastAt()) ? other : one;
        return new Entry(
                later.digest(),
                later.text(),
                one.times() + other.times(),
                later.lastAt(),
                later.reason(),
                one.unhelpful() + other.unhelpful(),
                later.handling());
    }
}
