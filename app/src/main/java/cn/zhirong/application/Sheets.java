package cn.zhirong.application;

import cn.zhirong.database.Json;
import cn.zhirong.rule.Benefit;
import cn.zhirong.rule.Evaluation;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactCatalogue;
import cn.zhirong.rule.FactRef;
import cn.zhirong.rule.FactType;
import cn.zhirong.rule.Facts;
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
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks the engine about applications. */
@Singleton
class Sheets {
    private final Programmes programmes;
    private final Calculator calculator;
    private final Vocabularies vocabularies;
    private final Grants grants;
    private final Json json;

    Sheets(Programmes programmes, Calculator calculator, Vocabularies vocabularies, Grants grants, Json json) {
        this.programmes = programmes;
        this.calculator = calculator;
        this.vocabularies = vocabularies;
        this.grants = grants;
        this.json = json;
    }

    /** What the firm said, as it was kept. */
    Facts facts(Tenant tenant, ApplicationRow row) {
        @SuppressWarnings("unchecked")
        Map<String, Object> object = json.read(row.facts(), Map.class);
        return FactsJson.read(object, vocabularies.facts(tenant), row.openedOn())
                .facts();
    }

    /** What a part of an application asks for: the firm itself and its property first, then what money is asked for. */
    FactForm form(Tenant tenant, ApplicationRow row, Task task) {
        RuleVersion version = programmes.version(tenant, row.ruleId()).orElseThrow(Refusal::notFound);
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
     * Under which version it is decided on a day: the one it was opened under, unless a newer one says that it takes over what is
     * under way.
     */
    RuleVersion version(Tenant tenant, ApplicationRow row, LocalDate day) {
        Programme programme = programmes.get(tenant, row.programmeId());
        Optional<RuleVersion> newest =
                programmes.inForce(tenant, programme, day).filter(version -> version.transition() == Transition.NEWEST);
        return newest.or(() -> programmes.version(tenant, row.ruleId())).orElseThrow(Refusal::notFound);
    }

    /** The evaluation with what officers found. */
    Sheet sheet(Tenant tenant, ApplicationRow row, Findings findings) {
        LocalDate day = findings.on();
        RuleVersion version = version(tenant, row, day);
        LocalDate asked = version.id() == row.ruleId() ? row.openedOn() : day;
        Overruled said = Overruled.of(version.rule(), facts(tenant, row), findings);
        List<Payment> paid = Things.asNamed(
                version.rule(),
                said.facts(),
                grants.of(tenant, row.enterpriseId(), payees(version.rule(), said.facts())));
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
