package cn.zhirong.application;

import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Value;
import cn.zhirong.rule.Verdict;
import cn.zhirong.subsidy.FactWords;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what a firm fills in: the account, the materials, and everything once more before it is handed in. */
@Singleton
class OwnForms {
    private final Applications applications;
    private final Materials materials;
    private final Sheets sheets;
    private final Vocabularies vocabularies;

    OwnForms(Applications applications, Materials materials, Sheets sheets, Vocabularies vocabularies) {
        this.applications = applications;
        this.materials = materials;
        this.sheets = sheets;
        this.vocabularies = vocabularies;
    }

    Map<String, String> account(ApplicationRow row, FilledForm typed) {
        Account account = applications.account(row);
        boolean known = typed.fields().isEmpty();
        return Map.of(
                "holder", known ? (account.isKnown() ? account.holder() : row.firm()) : typed.get("holder"),
                "accountNumber", known ? account.number() : typed.get("accountNumber"),
                "bank", known ? account.bank() : typed.get("bank"));
    }

    OwnViews.MaterialsView materials(Tenant tenant, ApplicationRow row, List<Refusal.Field> problems) {
        List<MaterialRepository.Held> held = materials.of(tenant, row);
        String here = OwnPages.here(tenant, row) + "/materials";
        Programme programme = applications.programme(tenant, row);
        return new OwnViews.MaterialsView(
                here,
                OwnPages.here(tenant, row),
                row.number(),
                programme.title(),
                programme.content().materials().stream()
                        .map(material -> new OwnViews.Material(
                                material.id(),
                                material.name(),
                                material.note(),
                                material.required(),
                                held.stream()
                                        .filter(one -> one.material().equals(material.id()))
                                        .map(one -> new OwnViews.File(
                                                one.id(),
                                                one.name(),
                                                size(one.sizeBytes()),
                                                Timeline.minute(one.addedAt()),
                                                here + "/" + one.id()))
                                        .toList()))
                        .toList(),
                materials.shelf(tenant, row).stream()
                        .map(file -> Map.of(
                                "value",
                                String.valueOf(file.id()),
                                "text",
                                file.name() + "（" + size(file.sizeBytes()) + "，" + Timeline.minute(file.uploadedAt())
                                        + "）"))
                        .toList(),
                MaterialFormat.WORDS,
                MaterialFormat.MOST_BYTES >> 20,
                problems);
    }

    OwnViews.SubmissionView submission(Tenant tenant, ApplicationRow row, List<Refusal.Field> problems) {
        Facts facts = sheets.facts(tenant, row);
        List<OwnViews.Section> sections = new ArrayList<>();
        for (Task task : List.of(Task.ENTERPRISE, Task.FINANCING)) {
            List<Map<String, String>> rows = rows(tenant, row, task, facts);
            if (!rows.isEmpty()) {
                sections.add(new OwnViews.Section(task.label(), OwnPages.here(tenant, row) + "/" + task.path(), rows));
            }
        }
        Account account = applications.account(row);
        sections.add(new OwnViews.Section(
                Task.ACCOUNT.label(),
                OwnPages.here(tenant, row) + "/" + Task.ACCOUNT.path(),
                List.of(
                        Map.of("key", "户名", "value", account.holder()),
                        Map.of("key", "账号", "value", account.number()),
                        Map.of("key", "开户银行", "value", account.bank()))));
        Sheet sheet = sheets.sheet(tenant, row, Findings.none(applications.today()));
        boolean no = sheet.verdict() == Verdict.NOT_MET;
        return new OwnViews.SubmissionView(
                OwnPages.here(tenant, row) + "/submission",
                OwnPages.here(tenant, row),
                row.number(),
                applications.programme(tenant, row).title(),
                sections,
                materials.of(tenant, row).stream()
                        .map(MaterialRepository.Held::name)
                        .toList(),
                "按现在填写的内容：" + sheet.verdict().label() + "，" + sheet.trace().amount() + "。"
                        + settled(supposed(tenant, row, sheet)) + "最终以审核结果为准。",
                no ? "warn" : "info",
                no ? List.of(Reviews.refusal(sheet, "").split("；")) : List.of(),
                problems);
    }

    /** With what only officers can say taken for yes: what earlier grants take away is told before they have spoken. */
    private Sheet supposed(Tenant tenant, ApplicationRow row, Sheet sheet) {
        if (sheet.verdict() != Verdict.OFFICER) {
            return sheet;
        }
        List<Findings.Judgement> yes = vocabularies.judged(tenant).stream()
                .map(judged -> new Findings.Judgement(judged.name(), true, "预计"))
                .toList();
        return sheets.sheet(tenant, row, new Findings(applications.today(), yes, List.of()));
    }

    /** What the rule alone would give is not what is left after earlier grants. */
    private static String settled(Sheet sheet) {
        return sheet.taken().isEmpty()
                ? ""
                : "扣除以前享受过的补贴后为 " + sheet.amount().words() + "（" + String.join("；", sheet.taken()) + "）。";
    }

    /** Facts as people read them; records one after the other. */
    List<Map<String, String>> rows(Tenant tenant, ApplicationRow row, Task task, Facts facts) {
        List<Map<String, String>> rows = new ArrayList<>();
        sheets.form(tenant, row, task)
                .wanted()
                .forEach((name, fields) -> vocabularies.facts(tenant).find(name).ifPresent(definition -> {
                    Fact fact = facts.get(name);
                    if (fact != null && fact.value() instanceof Value.Records records) {
                        records.records()
                                .forEach(record -> rows.add(Map.of(
                                        "key",
                                        definition.label() + " " + record.id(),
                                        "value",
                                        fields.stream()
                                                .flatMap(field -> shown(
                                                        definition.fields().get(field), record.value(field)))
                                                .collect(Collectors.joining("；")))));
                    } else {
                        rows.add(Map.of(
                                "key",
                                definition.label(),
                                "value",
                                fact == null
                                        ? ""
                                        : FactWords.shown(definition, fact.value()) + "（"
                                                + fact.provenance().source().label() + "，"
                                                + fact.provenance().on() + "）"));
                    }
                }));
        return rows;
    }

    private static Stream<String> shown(@Nullable FactDefinition definition, @Nullable Value value) {
        return definition == null || value == null
                ? Stream.empty()
                : Stream.of(definition.label() + " " + FactWords.shown(definition, value));
    }

    static String size(int bytes) {
        return bytes >= 1 << 20
                ? BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(1 << 20), 1, RoundingMode.HALF_UP) + " MB"
                : Math.max(1, bytes >> 10) + " KB";
    }
}
