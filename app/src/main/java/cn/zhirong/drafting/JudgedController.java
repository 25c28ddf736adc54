package cn.zhirong.drafting;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.rule.StandardFacts;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.subsidy.Vocabularies.Judged;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.FormReader;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What only an officer can say of a firm, and rules may ask: added, worded anew, offered to no new rule. */
@Controller("/{slug}/console/rules/judged")
@ExecuteOn(TaskExecutors.BLOCKING)
class JudgedController {
    private static final String NAME = "[a-z][a-z0-9-]{0,59}";

    private final Vocabularies vocabularies;
    private final JudgedUses uses;
    private final Pages pages;

    JudgedController(Vocabularies vocabularies, JudgedUses uses, Pages pages) {
        this.vocabularies = vocabularies;
        this.uses = uses;
        this.pages = pages;
    }

    @Needs(Action.RULE_SEE)
    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return show(request, tenant, Map.of(), null);
    }

    /** Adds one, words one anew, stops offering it, or offers it again. */
    @Needs(Action.RULE_DRAFT)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> keep(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        String actor = visitor.signedIn().username();
        try {
            return Flash.redirect(
                    here(tenant),
                    switch (form.getOrDefault("do", "add")) {
                        case "rename" -> renamed(tenant, actor, form);
                        case "retire" -> retired(tenant, actor, form, true);
                        case "restore" -> retired(tenant, actor, form, false);
                        default -> added(tenant, actor, form);
                    });
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            return show(request, tenant, form, refusal);
        }
    }

    private String added(Tenant tenant, String actor, Map<String, String> form) {
        Set<String> taken =
                vocabularies.judged(tenant).stream().map(Judged::name).collect(Collectors.toSet());
        FormReader reader = new FormReader(form);
        String label = label(tenant, reader, "label", "");
        String name = reader.raw("name");
        if (name.isEmpty()) {
            name = free(taken);
        } else if (!name.matches(NAME)) {
            reader.wrong("name", "编码由小写字母、数字和连字符组成，以字母开头，最长 60 个字；也可以空着，由系统编。");
        } else if (taken.contains(name) || StandardFacts.catalogue().find(name).isPresent()) {
            reader.wrong("name", "编码“" + name + "”已经用了，请换一个，或者空着由系统编。");
        }
        reader.check();
        vocabularies.judge(tenant, actor, name, label);
        return "已添加“" + label + "”，编辑规则时在“由经办认定”一组里可以选。";
    }

    private static String free(Set<String> taken) {
        int number = taken.size() + 1;
        while (taken.contains("judged-" + number)) {
            number++;
        }
        return "judged-" + number;
    }

    private String renamed(Tenant tenant, String actor, Map<String, String> form) {
        Judged fact = known(tenant, form);
        FormReader reader = new FormReader(form);
        String label = label(tenant, reader, "label-" + fact.name(), fact.name());
        reader.check();
        vocabularies.judge(tenant, actor, fact.name(), label);
        return "已改为“" + label + "”。";
    }

    private String retired(Tenant tenant, String actor, Map<String, String> form, boolean retired) {
        Judged fact = known(tenant, form);
        vocabularies.retire(tenant, actor, fact.name(), retired);
        return retired ? "已停用“" + fact.label() + "”：新写的规则不能再选，已经用它的规则照常。" : "已恢复使用“" + fact.label() + "”。";
    }

    private Judged known(Tenant tenant, Map<String, String> form) {
        String name = form.getOrDefault("name", "");
        return vocabularies.judged(tenant).stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private String label(Tenant tenant, FormReader reader, String field, String own) {
        String label = reader.line(field, "要认定的事", 1, 100);
        Optional<Judged> same = vocabularies.judged(tenant).stream()
                .filter(fact -> fact.label().equals(label) && !fact.name().equals(own))
                .findFirst();
        if (same.isPresent()) {
            reader.wrong(field, "“" + label + "”已经有了" + (same.get().retired() ? "，现在停用，可以恢复使用。" : "。"));
        }
        return label;
    }

    private static String here(Tenant tenant) {
        return RuleHeads.list(tenant) + "/judged";
    }

    private HttpResponse<String> show(
            HttpRequest<?> request, Tenant tenant, Map<String, String> typed, @Nullable Refusal refusal) {
        Map<String, String> used = uses.of(tenant);
        List<JudgedView.Line> lines = vocabularies.judged(tenant).stream()
                .map(fact -> new JudgedView.Line(
                        fact.name(),
                        fact.label(),
                        fact.retired(),
                        "经办认定" + fact.label(),
                        used.getOrDefault(fact.name(), "")))
                .toList();
        return pages.show(
                request,
                refusal == null ? HttpStatus.OK : refusal.status(),
                "drafting/console-judged",
                new JudgedView(here(tenant), RuleHeads.list(tenant), lines, typed, FormErrors.of(refusal)));
    }
}
