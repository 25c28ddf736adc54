package cn.zhirong.application;

import cn.zhirong.access.Person;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a firm hands in: whether all is there, the first time and when it was asked to put things right. */
@Singleton
class HandingIn {
    private final Applications applications;
    private final CorrectionRepository corrections;
    private final Materials materials;
    private final Programmes programmes;
    private final Sheets sheets;
    private final Decisions decisions;
    private final Way way;

    HandingIn(
            Applications applications,
            CorrectionRepository corrections,
            Materials materials,
            Programmes programmes,
            Sheets sheets,
            Decisions decisions,
            Way way) {
        this.applications = applications;
        this.corrections = corrections;
        this.materials = materials;
        this.programmes = programmes;
        this.sheets = sheets;
        this.decisions = decisions;
        this.way = way;
    }

    /**
     * Hands it in.
     *
     * @param declared whether the person declared that all of it is true
     * @throws Refusal with everything that is missing
     */
    @Whole
    ApplicationRow submit(Tenant tenant, Person person, long id, boolean declared) {
        ApplicationRow row = applications.editable(tenant, person, id);
        List<Refusal.Field> missing = missing(tenant, row);
        if (!declared) {
            missing.add(new Refusal.Field("declared", "请勾选承诺：填报内容和材料真实、完整。"));
        }
        if (!missing.isEmpty()) {
            throw Refusal.badInput("还有几处没有完成，不能提交。", missing);
        }
        Programme programme = applications.programme(tenant, row);
        LocalDate today = applications.today();
        if (row.origin() == ApplicationRow.Origin.APPLIED
                && !programme.content().isOpen(today)) {
            throw Refusal.unprocessable("closed", "“" + programme.title() + "”今天不受理申报，请看项目页面上的申报时间。填写的内容还在。");
        }
        RuleVersion version = sheets.inForce(tenant, programme, today)
                .orElseThrow(() -> Refusal.unprocessable("no-rule", "“" + programme.title() + "”现在没有施行中的规则，不能申报。"));
        ApplicationEdit edit = ApplicationEdit.of(row).done(Task.DECLARATION).submitted(today);
        if (version.id() != row.ruleId()) {
            // Begun under an earlier version and never handed in: it is an application of today.
            edit.under(version.id(), today);
        }
        decisions.name(tenant, row, sheets.sheet(tenant, row, Findings.none(applications.today())));
        return way.take(tenant, row, edit, Step.SUBMIT, person.username(), "");
    }

    /** What has to be there before it can be handed in. */
    List<Refusal.Field> missing(Tenant tenant, ApplicationRow row) {
        List<Refusal.Field> missing = new ArrayList<>();
        for (Task task : List.of(Task.ENTERPRISE, Task.FINANCING)) {
            if (!row.isDone(task) && asks(tenant, row, task)) {
                missing.add(new Refusal.Field(task.path(), "“" + task.label() + "”还没有填写并保存。"));
            }
        }
        Things.twice(
                        programmes
                                .version(tenant, row.ruleId())
                                .orElseThrow(Refusal::notFound)
                                .rule(),
                        sheets.facts(tenant, row))
                .forEach(key -> missing.add(new Refusal.Field(Task.FINANCING.path(), FactRows.twice(key))));
        if (!applications.account(row).isKnown()) {
            missing.add(new Refusal.Field(Task.ACCOUNT.path(), "“" + Task.ACCOUNT.label() + "”还没有填写。"));
        }
        materials
                .missing(tenant, row)
                .forEach(material ->
                        missing.add(new Refusal.Field(Task.MATERIALS.path(), "还没有上传“" + material.name() + "”。")));
        return missing;
    }

    /** Whether the rule asks anything of that part. */
    boolean asks(Tenant tenant, ApplicationRow row, Task task) {
        return !sheets.form(tenant, row, task).wanted().isEmpty();
    }

    /** All that the firm was asked to put right, the oldest first. */
    List<CorrectionRow> corrections(Tenant tenant, ApplicationRow row) {
        return corrections.of(tenant.id(), row.key());
    }

    /** Answers what was to be put right, each item for itself, and hands it in again. */
    @Whole
    ApplicationRow correct(Tenant tenant, Person person, long id, Map<Long, String> answers) {
        applications.own(tenant, person, id);
        ApplicationRow row = applications.lock(tenant, id);
        if (row.state() == State.CORRECTING && applications.terms(tenant).isOver(row.dueOn())) {
            throw Refusal.conflict("late", "补正期限到 " + row.dueOn() + " 为止，已经过期。请联系本局。");
        }
        List<Refusal.Field> missing = new ArrayList<>(missing(tenant, row));
        List<CorrectionRow> open =
                corrections(tenant, row).stream().filter(CorrectionRow::isOpen).toList();
        for (CorrectionRow each : open) {
            String answer = answers.getOrDefault(each.key(), "");
            if (answer.length() < 2 || answer.length() > 500) {
                missing.add(new Refusal.Field(
                        "answer-" + each.key(), "请逐项说明补正情况，2 至 500 个字，现在有 " + answer.length() + " 个字。"));
            }
        }
        if (!missing.isEmpty()) {
            throw Refusal.badInput("还有几处没有完成，不能提交补正。", missing);
        }
        for (CorrectionRow each : open) {
            corrections.answer(
                    tenant.id(),
                    id,
                    each.key(),
                    answers.getOrDefault(each.key(), ""),
                    person.username(),
                    applications.now());
        }
        decisions.name(tenant, row, sheets.sheet(tenant, row, Findings.none(applications.today())));
        return way.take(tenant, row, Step.CORRECT, person.username(), open.size() + " 项已补正");
    }
}
