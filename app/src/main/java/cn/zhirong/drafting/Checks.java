package cn.zhirong.drafting;

import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleLinter;
import cn.zhirong.rule.RuleLinter.Remark;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that is said of a rule before it is published: what must be put right, and what one should look at once more. */
@Singleton
class Checks {
    private final Programmes programmes;
    private final Clauses clauses;

    Checks(Programmes programmes, Clauses clauses) {
        this.programmes = programmes;
        this.clauses = clauses;
    }

    /**
     * Something that is said.
     *
     * @param stops whether it keeps the rule from being published
     * @param clause of the row it is about; null for the whole rule
     */
    record Said(boolean stops, String words, @Nullable ProvisionReference clause) {}

    /** What is said, and the words of the clauses it was held against. */
    record Checked(List<Said> said, ClauseTexts texts) {
        List<String> stopping() {
            return said.stream().filter(Said::stops).map(Said::words).toList();
        }
    }

    Checked of(Tenant tenant, Programme programme, Rule rule, LocalDate day) {
        Set<String> others = programmes.all(tenant).stream()
                .map(Programme::code)
                .filter(code -> !code.equals(programme.code()))
                .collect(Collectors.toSet());
        List<Said> said = new ArrayList<>();
        for (Remark remark : RuleLinter.check(rule, others)) {
            // Another government's programme is known by its name alone.
            boolean stops = !remark.words().endsWith("不存在");
            said.add(new Said(stops, remark.words(), remark.clause()));
        }
        List<ProvisionReference> references = new ArrayList<>(Clauses.of(rule));
        references.add(
                new ProvisionReference(rule.basis().policy(), rule.basis().version(), "全文"));
        ClauseTexts texts = clauses.texts(tenant, references, day);
        for (Remark remark : ClauseCheck.check(rule, texts, clauses.ofOthers(tenant, programme.code(), day))) {
            boolean missing = remark.clause() != null
                    && Clauses.of(rule).contains(remark.clause())
                    && texts.find(remark.clause()).isEmpty();
            said.add(new Said(missing, remark.words(), remark.clause()));
        }
        return new Checked(List.copyOf(new LinkedHashSet<>(said)), texts);
    }
}
