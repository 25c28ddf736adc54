package cn.zhirong.application;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Action;
import cn.zhirong.access.Person;
import cn.zhirong.application.CaseViews.CaseView;
import cn.zhirong.application.CaseViews.Decided;
import cn.zhirong.application.CaseViews.Same;
import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Payment;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.Trace;
import cn.zhirong.subsidy.ClauseLinks;
import cn.zhirong.subsidy.Grants;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.TraceRows;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what the bureau's pages show of one application. */
@Singleton
class CasePages {
    private final Applications applications;
    private final Programmes programmes;
    private final Desk desk;
    private final Reviews reviews;
    private final Sheets sheets;
    private final ThingRepository things;
    private final Queue queue;
    private final Materials materials;
    private final CorrectionRepository corrections;
    private final Complaints complaints;
    private final Clawbacks clawbacks;
    private final Grants grants;
    private final OwnForms own;
    private final Corrected corrected;
    private final Timeline timeline;
    private final ClauseLinks clauses;
    private final Accounts accounts;

    CasePages(
            Applications applications,
            Programmes programmes,
            Desk desk,
            Reviews reviews,
            Sheets sheets,
            ThingRepository things,
            Queue queue,
            Materials materials,
            CorrectionRepository corrections,
            Complaints complaints,
            Clawbacks clawbacks,
            Grants grants,
            OwnForms own,
            Corrected corrected,
            Timeline timeline,
            ClauseLinks clauses,
            Accounts accounts) {
        this.applications = applications;
        this.programmes = programmes;
        this.desk = desk;
        this.reviews = reviews;
        this.sheets = sheets;
        this.things = things;
        this.queue = queue;
        this.materials = materials;
        this.corrections = corrections;
        this.complaints = complaints;
        this.clawbacks = clawbacks;
        this.grants = grants;
        this.own = own;
        this.corrected = corrected;
        this.timeline = timeline;
        this.clauses = clauses;
        this.accounts = accounts;
    }

    static String list(Tenant tenant) {
        return "/" + tenant.slug() + "/console/applications";
    }

    static String here(Tenant tenant, long id) {
        return list(tenant) + "/" + id;
    }

    CaseView view(Tenant tenant, Person person, ApplicationRow row, QueueQuery query, FilledForm typed) {
        Terms terms = applications.terms(tenant);
        Facts facts = sheets.facts(tenant, row);
        String here = here(tenant, row.key());
        Queue.Neighbours around = queue.around(tenant, person, query, row.key());
        Rule rule = sheets.version(tenant, row, applications.today()).rule();
        Map<String, String> items = desk.items(tenant, row);
        return new CaseView(
                here,
                list(tenant) + query.text(),
                query.text(),
                around.previous() == 0 ? "" : here(tenant, around.previous()) + query.text(),
                around.next() == 0 ? "" : here(tenant, around.next()) + query.text(),
                around.place() == 0 ? "" : "第 " + around.place() + " 份，共 " + around.count() + " 份",
                row.number(),
                applications.programme(tenant, row).title(),
                row.firm(),
                "/" + tenant.slug() + "/console/enterprises/" + row.enterpriseId(),
                row.state().label(),
                row.state().tone(),
                terms.left(row.dueOn()),
                terms.tone(row.dueOn()),
                facts(tenant, row),
                Stream.of(Task.ENTERPRISE, Task.FINANCING)
                        .map(task -> new OwnViews.Section(task.label(), "", own.rows(tenant, row, task, facts)))
                        .filter(section -> !section.rows().isEmpty())
                        .toList(),
                materials.of(tenant, row).stream()
                        .map(held -> new OwnViews.File(
                                held.id(),
                                held.name(),
                                OwnForms.size(held.sizeBytes()),
                                Timeline.minute(held.addedAt()),
                                here + "/materials/" + held.id()))
                        .toList(),
                same(tenant, row, Things.of(applications.programme(tenant, row), row, rule, facts)),
                elsewhere(tenant, row, rule, facts),
                granted(tenant, row),
                reviews.of(tenant, row.key()).stream()
                        .map(review -> decided(tenant, review))
                        .toList(),
                corrections.of(tenant.id(), row.key()).stream()
                        .map(each -> new CaseViews.Asked(
                                items.getOrDefault(each.item(), each.item()),
                                each.words(),
                                each.answer() == null ? "" : each.answer()))
                        .toList(),
                corrected.since(tenant, row),
                items.entrySet().stream()
                        .map(item -> new CaseViews.Item(item.getKey(), item.getValue()))
                        .toList(),
                complaints.of(tenant, row.key()).stream()
                        .map(each -> each.kind().label() + "（" + each.state().label() + "）：" + each.words()
                                + (each.answer().isEmpty() ? "" : "。答复：" + each.answer()))
                        .toList(),
                clawbacks.of(tenant, row.key()).stream()
                        .map(each -> each.from(row) + "：" + new Money(each.amountFen()) + "，"
                                + each.state().label() + "：" + each.reason() + "（" + each.clause() + "）")
                        .toList(),
                clawbacks.held(tenant, row).entrySet().stream()
                        .map(held -> Map.of(
                                "value",
                                held.getKey(),
                                "text",
                                held.getKey() + "，已到账 " + new Money(held.getValue()).words()))
                        .toList(),
                may(person, row, terms),
                person.username().equals(row.firstBy()) ? "初审是您做的，复审须由另一位同事办理。" : "",
                timeline.forBureau(tenant, row),
                typed);
    }

    CaseViews.ReviewView review(Tenant tenant, ApplicationRow row, Sheet sheet, FilledForm typed) {
        ClauseLinks.Lookup links = clauses.on(tenant, applications.today());
        Trace trace = sheet.trace();
        return new CaseViews.ReviewView(
                here(tenant, row.key()) + "/first-review",
                here(tenant, row.key()),
                list(tenant),
                row.number(),
                applications.programme(tenant, row).title(),
                row.firm(),
                sheet.version().rule().name() + "，第 " + sheet.version().number() + " 版，按 " + trace.asked() + " 的规则",
                trace.verdict(),
                TraceRows.tone(trace.verdict()),
                trace.amount(),
                sheet.grants() ? sheet.amount().words() : "",
                sheet.taken(),
                SheetRows.of(sheet, links),
                TraceRows.of(trace, links),
                same(
                        tenant,
                        row,
                        Things.of(
                                applications.programme(tenant, row),
                                row,
                                sheet.said().rule(),
                                sheet.said().facts())),
                typed);
    }

    /** Other applications for the same loans, invoices or events, whoever asks. */
    private List<Same> same(Tenant tenant, ApplicationRow row, List<String> named) {
        if (named.isEmpty()) {
            return List.of();
        }
        return things.others(tenant.id(), row.key(), named).stream()
                .flatMap(thing -> applications.find(tenant, thing.applicationId()).stream()
                        .map(other -> new Same(
                                Things.words(thing.thing()),
                                here(tenant, other.key()),
                                other.number(),
                                other.firm(),
                                applications.programme(tenant, other).title(),
                                other.state().label() + (thing.held() == null ? "" : "，已占用"),
                                thing.held() == null ? "neutral" : "bad")))
                .toList();
    }

    /** What is known to have been granted for the same loans, invoices or events, be it by another government or before this desk. */
    private List<String> elsewhere(Tenant tenant, ApplicationRow row, Rule rule, Facts facts) {
        Map<String, String> titles =
                programmes.all(tenant).stream().collect(Collectors.toMap(Programme::code, Programme::title));
        Map<String, Long> sums = new LinkedHashMap<>();
        for (Grants.Granted each : grants.forThings(tenant, Things.keys(rule, facts))) {
            if (!each.origin().equals(row.object())) {
                Payment payment = each.payment();
                String what = payment.key() + "：" + payment.year() + " 年 "
                        + titles.getOrDefault(payment.rule(), payment.rule());
                sums.merge(what, payment.fen(), Math::addExact);
            }
        }
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() > 0)
                .map(sum -> sum.getKey() + "，" + new Money(sum.getValue()).words())
                .toList();
    }

    private List<OwnViews.Money> granted(Tenant tenant, ApplicationRow row) {
        List<OwnViews.Money> rows = new ArrayList<>();
        Map<String, String> titles =
                programmes.all(tenant).stream().collect(Collectors.toMap(Programme::code, Programme::title));
        for (Payment payment : grants.of(tenant, row.enterpriseId())) {
            rows.add(new OwnViews.Money(
                    payment.year() + " 年 " + titles.getOrDefault(payment.rule(), payment.rule())
                            + (payment.key().isEmpty() ? "" : "，" + payment.key())
                            + (payment.stage().isEmpty() ? "" : "，" + payment.stage()),
                    new Money(payment.fen()).words()));
        }
        return rows;
    }

    private Decided decided(Tenant tenant, ReviewRow review) {
        return new Decided(
                review.stage().label(),
                review.passed() ? "通过" : "不予支持",
                review.passed() ? "ok" : "bad",
                accounts.find(tenant, review.decidedBy()).map(Person::name).orElse(review.decidedBy()),
                Timeline.minute(review.decidedAt()),
                review.passed() ? new Money(review.amountFen()).words() : "",
                review.reason(),
                review.settled(),
                review.traceSha256(),
                Trace.read(review.trace()).sentences());
    }

    private List<OwnViews.Money> facts(Tenant tenant, ApplicationRow row) {
        List<OwnViews.Money> facts = new ArrayList<>();
        facts.add(new OwnViews.Money("申报编号", row.number()));
        facts.add(new OwnViews.Money("开始日期", row.openedOn().toString()));
        facts.add(new OwnViews.Money(
                "提交日期", row.submittedOn() == null ? "" : row.submittedOn().toString()));
        facts.add(new OwnViews.Money("核定金额", row.amountFen() == null ? "" : new Money(row.fen()).words()));
        facts.add(new OwnViews.Money("占用预算", row.budgetYear() == null ? "" : row.budgetYear() + " 年度"));
        facts.add(new OwnViews.Money("收款账户", applications.account(row).masked()));
        return facts;
    }

    private static List<String> may(Person person, ApplicationRow row, Terms terms) {
        List<String> may = new ArrayList<>();
        for (Step step : Step.from(row.state())) {
            boolean allowed = switch (step) {
                case ACCEPT, ASK_CORRECTION, FIRST_PASS, FIRST_REFUSE, DEMAND -> person.may(Action.APPLICATION_REVIEW);
                case SEND_BACK,
                        SECOND_PASS,
                        SECOND_REFUSE,
                        REVOKE,
                        RETURN,
                        DROP_DEMAND,
                        DROP_FURTHER_DEMAND,
                        RELEASE,
                        DROP -> person.may(Action.APPLICATION_DECIDE);
                case LAPSE -> person.may(Action.APPLICATION_REVIEW) && terms.isOver(row.dueOn());
                default -> false;
            };
            if (allowed) {
                may.add(step.name());
            }
        }
        return may;
    }
}
