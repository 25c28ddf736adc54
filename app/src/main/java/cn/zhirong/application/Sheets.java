package cn.zhirong.application;

import cn.zhirong.database.Json;
import cn.zhirong.rule.BatchVerdicts;
import cn.zhirong.rule.Benefit;
import cn.zhirong.rule.Evaluation;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactCatalogue;
import cn.zhirong.rule.FactRef;
import cn.zhirong.rule.FactType;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Parameters;
import cn.zhirong.rule.Payment;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.Settlement;
import cn.zhirong.rule.Value;
import cn.zhirong.subsidy.Calculator;
import cn.zhirong.subsidy.FactForm;
import cn.zhirong.subsidy.FactsJson;
import cn.zhirong.subsidy.Grants;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.subsidy.Transition;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks the engine about applications. */
@Singleton
class Sheets {
    private final Programmes programmes;
    private final Calculator calculator;
    private final Vocabularies vocabularies;
    private final Grants grants;
    private final Json json;
    private final Clock clock;

    Sheets(
            Programmes programmes,
            Calculator calculator,
            Vocabularies vocabularies,
            Grants grants,
            Json json,
            Clock clock) {
        this.programmes = programmes;
        this.calculator = calculator;
        this.vocabularies = vocabularies;
        this.grants = grants;
        this.json = json;
        this.clock = clock;
    }

    /** What the firm said, as it was kept. */
    Facts facts(Tenant tenant, ApplicationRow row) {
        return read(tenant, row.facts(), row.openedOn());
    }

    /** The same of many, by their keys. */
    Map<Long, Facts> facts(Tenant tenant, List<ApplicationRow> rows) {
        FactCatalogue catalogue = vocabularies.facts(tenant);
        return rows.stream()
                .collect(Collectors.toMap(ApplicationRow::key, row -> read(catalogue, row.facts(), row.openedOn())));
    }

    private Facts read(Tenant tenant, String written, LocalDate day) {
        return read(vocabularies.facts(tenant), written, day);
    }

    private Facts read(FactCatalogue catalogue, String written, LocalDate day) {
        @SuppressWarnings("unchecked")
        Map<String, Object> object = json.read(written, Map.class);
        return FactsJson.read(object, catalogue, day).facts();
    }

    /**
     * What a part of an application asks for: the firm itself and its property first, then what money is asked for. Asked is what
     * the version asks under which it is decided today, be it a newer one.
     */
    FactForm form(Tenant tenant, ApplicationRow row, Task task) {
        RuleVersion version = version(tenant, row, LocalDate.ofInstant(clock.instant(), Applications.ZONE));
        FactCatalogue catalogue = vocabularies.facts(tenant);
        FactForm whole = FactForm.of(List.of(version.rule()), catalogue);
        FactRef each = version.rule().each();
        String paid = each == null ? "" : each.definition().name();
        return whole.only(whole.wanted().keySet().stream()
                .filter(name -> isFinancing(catalogue, name, paid) == (task == Task.FINANCING))
                .toList());
    }

    private static boolean isFinancing(FactCatalogue catalogue, String name, String paid) {
        boolean isList = catalogue
                .find(name)
                .filter(one -> one.type() == FactType.RECORDS)
                .isPresent();
        return name.equals(paid) || isList && !name.equals("ip-assets") && !name.equals("penalties");
    }

    String write(Facts facts) {
        return json.write(FactsJson.write(facts));
    }

    /**
     * Under which version it is decided on a day: what was not handed in under the one in force; else the one it was opened under,
     * unless a newer one took over what is under way. What took over once is not undone by a later one that does not.
     */
    RuleVersion version(Tenant tenant, ApplicationRow row, LocalDate day) {
        Programme programme = programmes.get(tenant, row.programmeId());
        RuleVersion opened = programmes.version(tenant, row.ruleId()).orElseThrow(Refusal::notFound);
        if (row.state() == State.DRAFT) {
            return inForce(tenant, programme, day).orElse(opened);
        }
        return programmes.published(tenant, programme).stream()
                .filter(version -> version.transition() == Transition.NEWEST
                        && version.number() > opened.number()
                        && !version.effective().from().isAfter(day))
                .findFirst()
                .orElse(opened);
    }

    /** The version that holds on a day and is no mere draft for comment. */
    Optional<RuleVersion> inForce(Tenant tenant, Programme programme, LocalDate day) {
        return programmes
                .inForce(tenant, programme, day)
                .filter(one -> !one.rule().basis().draftForComment());
    }

    /** The evaluation with what officers found. */
    Sheet sheet(Tenant tenant, ApplicationRow row, Findings findings) {
        LocalDate day = findings.on();
        RuleVersion version = version(tenant, row, day);
        LocalDate asked = version.id() == row.ruleId() ? row.openedOn() : day;
        return sheet(tenant, version, row.enterpriseId(), facts(tenant, row), findings, asked);
    }

    /** Tells which of many firms, by their places, meet all conditions of a version; what they get is {@link #fresh}. */
    Function<List<Facts>, BitSet> eligible(Tenant tenant, RuleVersion version, LocalDate day) {
        Parameters parameters = vocabularies.parameters(tenant);
        return firms ->
                new BatchVerdicts(firms, day, parameters).of(version.rule()).met();
    }

    /** What a firm gets by these facts under this version, with nothing that officers found. */
    Sheet fresh(Tenant tenant, RuleVersion version, long enterpriseId, Facts facts, LocalDate day) {
        Facts kept = read(tenant, write(facts), day);
        return sheet(tenant, version, enterpriseId, kept, Findings.none(day), day);
    }

    private Sheet sheet(
            Tenant tenant, RuleVersion version, long enterpriseId, Facts facts, Findings findings, LocalDate asked) {
        Overruled said = Overruled.of(version.rule(), facts, findings);
        List<Payment> paid = grants.of(tenant, enterpriseId, payees(version.rule(), said.facts()));
        Evaluation evaluation = calculator.evaluate(tenant, said.rule(), said.facts(), asked, paid);
        return new Sheet(version, findings, said, evaluation, Settlement.settle(List.of(evaluation), paid));
    }

    /** The institutions that the rule may pay, as the records name them. */
    private static Set<String> payees(Rule rule, Facts facts) {
        Set<String> payees = new HashSet<>();
        FactRef each = rule.each();
        Fact list = each == null ? null : facts.get(each.definition().name());
        if (list != null && list.value() instanceof Value.Records records) {
            for (Benefit benefit : rule.benefits()) {
                FactRef payee = benefit.payee();
                if (payee != null) {
                    records.records().forEach(record -> {
                        if (record.value(payee.definition().name()) instanceof Value.Code code) {
                            payees.add(code.code());
                        }
                    });
                }
            }
        }
        return payees;
    }
}
