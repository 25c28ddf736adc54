package cn.zhirong.application;

import cn.zhirong.application.ApplicationApi.Reviewing;
import cn.zhirong.rule.Facts;
import cn.zhirong.subsidy.FactsJson;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FormReader;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what programs send of an application: the firm's facts and account, the officer's findings. */
@Singleton
class SentParts {
    static final int SHORTEST_REASON = 5;

    private final Applications applications;
    private final Vocabularies vocabularies;
    private final Sheets sheets;

    SentParts(Applications applications, Vocabularies vocabularies, Sheets sheets) {
        this.applications = applications;
        this.vocabularies = vocabularies;
        this.sheets = sheets;
    }

    /** Whatever a firm calls its source, it is the firm that says so; and only of what a firm is asked. */
    Facts facts(Tenant tenant, ApplicationRow row, Map<String, Object> sent) {
        Facts said = FactsJson.declared(sent, vocabularies.facts(tenant), applications.today())
                .orRefuse();
        Set<String> left = new TreeSet<>(said.all().keySet());
        List<Refusal.Field> problems = new ArrayList<>();
        for (Task task : List.of(Task.ENTERPRISE, Task.FINANCING)) {
            left.removeAll(sheets.form(tenant, row, task).wanted().keySet());
        }
        left.forEach(name -> problems.add(new Refusal.Field("facts." + name, "这个项目不向企业问“" + name + "”，或者它由经办判断。")));
        for (String list : said.all().keySet()) {
            List<String> keys = Things.keys(said, list);
            Things.twice(keys)
                    .forEach(at -> problems.add(
                            new Refusal.Field("facts." + list + "[" + at + "].id", FactRows.twice(keys.get(at)))));
        }
        if (!problems.isEmpty()) {
            throw Refusal.badInput(problems.getFirst().message(), problems);
        }
        return said;
    }

    Findings findings(Tenant tenant, long id, Reviewing body) {
        List<ApplicationApi.Said> judgements =
                Objects.requireNonNullElse(body.judgements(), List.<ApplicationApi.Said>of());
        Set<String> judged =
                Overruled.judged(sheets.version(tenant, applications.seen(tenant, id), applications.today())
                        .rule());
        for (int at = 0; at < judgements.size(); at++) {
            String fact = Objects.requireNonNullElse(judgements.get(at).fact(), "");
            if (!judged.contains(fact)) {
                throw Refusal.badField(
                        "judgements[" + at + "].fact", "规则没有让经办判断“" + fact + "”。对事实有不同认定的，请用 overrides 改认定。");
            }
        }
        return new Findings(
                applications.today(),
                judgements.stream()
                        .map(said -> new Findings.Judgement(said.fact(), said.yes(), reason(said.reason())))
                        .toList(),
                Objects.requireNonNullElse(body.overrides(), List.<ApplicationApi.Overruling>of()).stream()
                        .map(said -> new Findings.Override(
                                Objects.requireNonNullElse(said.place(), ""),
                                Objects.requireNonNullElse(said.record(), ""),
                                said.met(),
                                reason(said.reason())))
                        .toList());
    }

    private static String reason(@Nullable String words) {
        FormReader form = new FormReader(Map.of("reason", Objects.requireNonNullElse(words, "")));
        String reason = form.line("reason", "判断和认定的理由", SHORTEST_REASON, 300);
        form.check();
        return reason;
    }

    static Account account(ApplicationApi.PayTo to, String... names) {
        FormReader form = new FormReader(Map.of(
                "holder", Objects.requireNonNullElse(to.holder(), ""),
                "accountNumber", Objects.requireNonNullElse(to.number(), ""),
                "bank", Objects.requireNonNullElse(to.bank(), "")));
        Account account = Account.ofFirm(form, names);
        form.check();
        return account;
    }
}
