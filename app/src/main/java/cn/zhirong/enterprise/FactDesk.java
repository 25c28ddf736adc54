package cn.zhirong.enterprise;

import cn.zhirong.access.Audit;
import cn.zhirong.access.AuditedChange;
import cn.zhirong.access.Person;
import cn.zhirong.enterprise.RegisterWriter.Entry;
import cn.zhirong.enterprise.RegisterWriter.NewFact;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Changes of facts: entered by officers, declared by the firm, and the officers' answers to that. */
@Singleton
class FactDesk {
    static final String ANSWERED = "这项申报已经有了答复，请刷新页面。";

    private final Enterprises enterprises;
    private final FactRepository repository;
    private final RegisterWriter writer;
    private final Audit audit;

    FactDesk(Enterprises enterprises, FactRepository repository, RegisterWriter writer, Audit audit) {
        this.enterprises = enterprises;
        this.repository = repository;
        this.writer = writer;
        this.audit = audit;
    }

    /**
     * Values of one year, or of 0; what they rest on and the day of which they are true.
     *
     * @param confirms whether what an import said and is left as it is was looked at too
     */
    record Entered(int year, Map<FactField, FactValue> values, LocalDate asOf, String evidence, boolean confirms) {
        Entered {
            values = Map.copyOf(values);
        }
    }

    /**
     * An officer has seen the evidence of what they changed, and where they say so of all that is imported; what is known already as
     * verified is not written again. Returns how many were.
     *
     * @throws Refusal where something newer would stay in force
     */
    @Transactional
    int enter(Tenant tenant, String actor, long id, Entered entered) {
        Profile profile = enterprises.lock(tenant, id);
        List<FactField> changed = changed(entered, (field, value) -> {
            Fact known = profile.ofBureau(field, entered.year());
            if (known == null) {
                return !value.isKnown();
            }
            boolean confirmed = entered.confirms() && value.isKnown() && known.source() != FactSource.VERIFIED;
            return value.equals(known.value()) && !confirmed;
        });
        mustCount(profile, entered, changed);
        add(tenant, actor, id, entered, changed, FactSource.VERIFIED, FactState.STANDS);
        tell(tenant, actor, "enterprise.enter", profile, entered, changed);
        return changed.size();
    }

    /** The firm itself says so; what is in force already is not written again. Returns how many were. */
    @Transactional
    int declare(Tenant tenant, Person person, Entered entered) {
        long id = enterprises.own(tenant, person).orElseThrow(Refusal::notFound).id();
        Profile profile = enterprises.lock(tenant, id);
        List<FactField> changed = changed(
                entered,
                (field, value) -> profile.waitingFacts().stream()
                        .filter(fact -> fact.field() == field && fact.year() == entered.year())
                        .findFirst()
                        .map(Fact::value)
                        .orElseGet(() -> profile.value(field, entered.year()))
                        .equals(value));
        changed.forEach(field -> repository.replaceWaiting(tenant.id(), id, field.key(), entered.year()));
        List<FactField> told = changed.stream()
                .filter(field -> !profile.value(field, entered.year()).equals(valueOf(entered, field))
                        || profile.ofBureau(field, entered.year()) == null)
                .toList();
        add(tenant, person.username(), id, entered, told, FactSource.DECLARED, FactState.WAITS);
        tell(tenant, person.username(), "enterprise.declare", profile, entered, changed);
        return changed.size();
    }

    /** What was declared is right: it stands from now on as verified. */
    @Transactional
    void accept(Tenant tenant, String actor, long id, long factId, String evidence) {
        Profile profile = enterprises.lock(tenant, id);
        Fact fact = waiting(profile, factId);
        answer(tenant, actor, id, fact, FactState.ACCEPTED, evidence);
        // What is accepted is in force, even where the bureau knew something of a later day.
        Fact known = profile.ofBureau(fact.field(), fact.year());
        LocalDate asOf = known == null || known.asOf().isBefore(fact.asOf()) ? fact.asOf() : known.asOf();
        writer.addFacts(
                tenant.id(),
                List.of(new NewFact(
                        id,
                        fact.field(),
                        fact.year(),
                        fact.value(),
                        new Entry(
                                FactSource.VERIFIED,
                                asOf,
                                evidence.isEmpty() ? fact.evidence() : evidence,
                                FactState.STANDS,
                                actor,
                                enterprises.now()))));
        enterprises.settle(tenant, id);
        audit.record(
                tenant,
                AuditedChange.by(actor, "enterprise.accept", Enterprises.object(id))
                        .with(words(fact.field(), fact.year()) + " " + FactText.shown(fact.field(), fact.value()))
                        .because("enterprise-fact/" + factId));
    }

    /** What was declared is not taken, and the firm reads why. */
    @Transactional
    void refuse(Tenant tenant, String actor, long id, long factId, String reason) {
        Fact fact = waiting(enterprises.lock(tenant, id), factId);
        answer(tenant, actor, id, fact, FactState.REFUSED, reason);
        enterprises.settle(tenant, id);
        audit.record(
                tenant,
                AuditedChange.by(actor, "enterprise.refuse", Enterprises.object(id))
                        .with(words(fact.field(), fact.year()) + " " + reason)
                        .because("enterprise-fact/" + factId));
    }

    /** The name of a fact with its year. */
    static String words(FactField field, int year) {
        return year == 0 ? field.label() : year + " 年" + field.label();
    }

    private static void mustCount(Profile profile, Entered entered, List<FactField> changed) {
        for (FactField field : changed) {
            Fact known = profile.ofBureau(field, entered.year());
            if (known != null && known.asOf().isAfter(entered.asOf())) {
                throw Refusal.badField(
                        "asOf",
                        "数据日期须不早于 " + known.asOf() + "：" + words(field, entered.year()) + "已有这一天的数据 "
                                + FactText.shown(field, known.value()) + "，填更早的日期，保存了也不会生效。");
            }
        }
    }

    private static Fact waiting(Profile profile, long factId) {
        Fact fact = profile.history().stream()
                .filter(it -> it.id() == factId)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (fact.state() != FactState.WAITS) {
            throw Refusal.conflict("answered", ANSWERED);
        }
        return fact;
    }

    private void answer(Tenant tenant, String actor, long id, Fact fact, FactState state, String words) {
        if (repository.answer(tenant.id(), id, fact.id(), state, actor, enterprises.now(), words) != 1) {
            throw Refusal.conflict("answered", ANSWERED);
        }
    }

    private interface Known {
        FactValue of(FactField field);
    }

    private interface Saying {
        boolean isKnown(FactField field, FactValue value);
    }

    private static List<FactField> changed(Entered entered, Saying already) {
        List<FactField> changed = new ArrayList<>();
        for (FactField field : FactField.values()) {
            FactValue value = entered.values().get(field);
            if (value != null && !already.isKnown(field, value)) {
                changed.add(field);
            }
        }
        return changed;
    }

    private void add(
            Tenant tenant,
            String actor,
            long id,
            Entered entered,
            List<FactField> fields,
            FactSource source,
            FactState state) {
        Entry entry = new Entry(source, entered.asOf(), entered.evidence(), state, actor, enterprises.now());
        writer.addFacts(
                tenant.id(),
                fields.stream()
                        .map(field -> new NewFact(id, field, entered.year(), valueOf(entered, field), entry))
                        .toList());
        enterprises.settle(tenant, id);
    }

    private static FactValue valueOf(Entered entered, FactField field) {
        return Objects.requireNonNull(entered.values().get(field));
    }

    private void tell(
            Tenant tenant, String actor, String action, Profile before, Entered entered, List<FactField> changed) {
        if (changed.isEmpty()) {
            return;
        }
        audit.record(
                tenant,
                AuditedChange.by(actor, action, Enterprises.object(before.id()))
                        .with(entered.evidence())
                        .from(said(entered, changed, field -> before.value(field, entered.year())))
                        .to(said(entered, changed, field -> valueOf(entered, field))));
    }

    private static String said(Entered entered, List<FactField> fields, Known known) {
        return fields.stream()
                .map(field -> words(field, entered.year()) + "：" + FactText.shown(field, known.of(field)))
                .collect(Collectors.joining("；"));
    }
}
