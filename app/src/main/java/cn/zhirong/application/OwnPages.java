package cn.zhirong.application;

import cn.zhirong.access.Person;
import cn.zhirong.application.OwnViews.Correction;
import cn.zhirong.application.OwnViews.Part;
import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Trace;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.ProgrammeContent.Clocks;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts together what the firm's pages show. */
@Singleton
class OwnPages {
    private static final Set<String> REFUSING = Set.of(Step.SECOND_REFUSE.name(), Step.REVOKE.name());

    private final Applications applications;
    private final FirmDesk desk;
    private final HandingIn handing;
    private final Materials materials;
    private final Reviews reviews;
    private final Way way;
    private final OwnForms forms;
    private final Timeline timeline;
    private final Disbursements disbursements;
    private final FeedLinks links;
    private final Programmes programmes;
    private final Subscriptions subscriptions;

    OwnPages(
            Applications applications,
            FirmDesk desk,
            HandingIn handing,
            Materials materials,
            Reviews reviews,
            Way way,
            OwnForms forms,
            Timeline timeline,
            Disbursements disbursements,
            FeedLinks links,
            Programmes programmes,
            Subscriptions subscriptions) {
        this.applications = applications;
        this.desk = desk;
        this.handing = handing;
        this.materials = materials;
        this.reviews = reviews;
        this.way = way;
        this.forms = forms;
        this.timeline = timeline;
        this.disbursements = disbursements;
        this.links = links;
        this.programmes = programmes;
        this.subscriptions = subscriptions;
    }

    static String list(Tenant tenant) {
        return "/" + tenant.slug() + "/enterprise/applications";
    }

    static String here(Tenant tenant, ApplicationRow row) {
        return list(tenant) + "/" + row.key();
    }

    OwnViews.ListView list(Tenant tenant, Person person) {
        Terms terms = applications.terms(tenant);
        OpenedProgrammes opened = applications.programmes(tenant);
        Map<Boolean, List<OwnViews.Row>> rows = desk.own(tenant, person).stream()
                .collect(Collectors.partitioningBy(
                        row -> row.state().turn() == State.Turn.FIRM,
                        Collectors.mapping(row -> row(tenant, terms, opened.of(row), row), Collectors.toList())));
        return new OwnViews.ListView(
                list(tenant),
                "/" + tenant.slug() + "/subsidies",
                rows.getOrDefault(true, List.of()),
                rows.getOrDefault(false, List.of()),
                subscribed(tenant, person),
                topics(tenant, person),
                links.calendar(tenant, person.accountId()));
    }

    private List<Map<String, String>> subscribed(Tenant tenant, Person person) {
        Set<Long> wanted = subscriptions.of(tenant, person);
        return programmes.all(tenant).stream()
                .filter(programme -> wanted.contains(programme.id()))
                .map(programme -> Map.of("code", programme.code(), "title", programme.title()))
                .toList();
    }

    private List<OwnViews.Topic> topics(Tenant tenant, Person person) {
        Set<String> wanted = subscriptions.topics(tenant, person);
        return Topic.all(programmes.all(tenant)).stream()
                .map(topic -> new OwnViews.Topic(topic.key(), topic.label(), wanted.contains(topic.key())))
                .toList();
    }

    private static OwnViews.Row row(Tenant tenant, Terms terms, Programme programme, ApplicationRow row) {
        return new OwnViews.Row(
                here(tenant, row),
                row.number(),
                programme.title(),
                row.state().firmLabel(),
                row.state().firmTone(),
                amount(row),
                terms.left(row.dueOn()),
                terms.tone(row.dueOn()),
                Timeline.minute(row.changedAt()));
    }

    /** Nothing of an amount is told before it was decided. */
    private static String amount(ApplicationRow row) {
        return row.state().tellsAmount() ? new Money(row.fen()).words() : "";
    }

    OwnViews.View view(Tenant tenant, ApplicationRow row, FilledForm typed) {
        Programme programme = applications.programme(tenant, row);
        Terms terms = applications.terms(tenant);
        return new OwnViews.View(
                here(tenant, row),
                list(tenant),
                row.number(),
                programme.title(),
                "/" + tenant.slug() + "/subsidies/" + programme.code(),
                row.state().firmLabel(),
                row.state().firmTone(),
                terms.left(row.dueOn()),
                terms.tone(row.dueOn()),
                row.state().isOpenToFirm() ? parts(tenant, row) : List.of(),
                corrections(tenant, row),
                facts(tenant, row),
                next(row, terms, programme.content().clocks()),
                timeline.forFirm(tenant, row),
                may(row, terms),
                row.state() == State.REFUSED || row.state() == State.FINAL ? reason(tenant, row) : "",
                basis(tenant, row),
                forms.account(row, typed),
                typed);
    }

    private List<Part> parts(Tenant tenant, ApplicationRow row) {
        List<Part> parts = new ArrayList<>();
        for (Task task : List.of(Task.ENTERPRISE, Task.FINANCING)) {
            if (handing.asks(tenant, row, task)) {
                String hint = task == Task.ENTERPRISE ? "已按企业库预填，核对后保存" : "";
                parts.add(part(tenant, row, task, hint, row.isDone(task) ? "已完成" : "未开始"));
            }
        }
        Account account = applications.account(row);
        parts.add(part(tenant, row, Task.ACCOUNT, account.masked(), account.isKnown() ? "已完成" : "未开始"));
        int held = materials.of(tenant, row).size();
        int missing = materials.missing(tenant, row).size();
        String status = missing == 0 ? "已完成" : held == 0 ? "未开始" : "还差 " + missing + " 项";
        parts.add(part(tenant, row, Task.MATERIALS, held == 0 ? "" : "已上传 " + held + " 个文件", status));
        return parts;
    }

    private static Part part(Tenant tenant, ApplicationRow row, Task task, String hint, String status) {
        String tone = status.equals("已完成") ? "ok" : status.equals("未开始") ? "neutral" : "wait";
        return new Part(task.label(), here(tenant, row) + "/" + task.path(), hint, status, tone);
    }

    private List<Correction> corrections(Tenant tenant, ApplicationRow row) {
        Map<String, String> names = new TreeMap<>();
        for (Task task : Task.values()) {
            names.put(task.path(), task.label());
        }
        applications
                .programme(tenant, row)
                .content()
                .materials()
                .forEach(material -> names.put("material-" + material.id(), "材料：" + material.name()));
        return handing.corrections(tenant, row).stream()
                .map(each -> new Correction(
                        each.key(),
                        names.getOrDefault(each.item(), each.item()),
                        here(tenant, row) + "/"
                                + (each.item().startsWith("material-") ? Task.MATERIALS.path() : each.item()),
                        each.words(),
                        each.answer() == null ? "" : each.answer(),
                        each.isOpen()))
                .toList();
    }

    private List<OwnViews.Money> facts(Tenant tenant, ApplicationRow row) {
        List<OwnViews.Money> facts = new ArrayList<>();
        facts.add(new OwnViews.Money("申报编号", row.number()));
        facts.add(new OwnViews.Money("企业", row.firm()));
        facts.add(new OwnViews.Money("开始日期", row.openedOn().toString()));
        if (row.submittedOn() != null) {
            facts.add(new OwnViews.Money("提交日期", row.submittedOn().toString()));
        }
        facts.add(new OwnViews.Money("金额", amount(row)));
        facts.add(new OwnViews.Money("收款账户", applications.account(row).masked()));
        for (PaymentRow payment : disbursements.ofApplication(tenant, row.key())) {
            if (payment.state() == PaymentRow.Outcome.PAID || payment.state() == PaymentRow.Outcome.FAILED) {
                facts.add(new OwnViews.Money(
                        payment.settledOn() + " 支付给" + payment.payee(),
                        new Money(payment.amountFen()).words() + "，"
                                + payment.state().label()
                                + (payment.remark().isEmpty() ? "" : "：" + payment.remark())));
            }
        }
        return facts;
    }

    /** What happens next, each with the working days it may take. */
    static List<String> next(ApplicationRow row, Terms terms, Clocks clocks) {
        List<String> next = new ArrayList<>();
        switch (row.state()) {
            case SUBMITTED -> {
                next.add(within(clocks.acceptance(), "本局核对材料，决定是否受理；需要补正的，会一次告诉您"));
                next.add(within(clocks.firstReview() + clocks.secondReview(), "受理之后由两位经办先后审核"));
                next.add("审核通过的，经会议研究后公示；公示期内没有异议的，"
                        + (clocks.payment() == 0 ? "再办理拨付" : clocks.payment() + " 个工作日内拨付"));
            }
            case ACCEPTED, FIRST_PASSED, FIRST_REFUSED ->
                next.add(within(clocks.firstReview() + clocks.secondReview(), "由两位经办先后审核，有结果会通知您"));
            case APPROVED, LISTED, ENDORSED -> next.add("经会议研究后公示，公示期内没有异议的办理拨付");
            case PUBLISHED -> next.add("公示期内没有异议的，办理拨付");
            case CLEARED, PAYING -> next.add(within(clocks.payment(), "拨付到您填写的收款账户"));
            case REFUSED ->
                next.add(
                        row.dueOn() == null || terms.isOver(row.dueOn())
                                ? "申诉期限已过"
                                : "对结果有不同意见的，可以在 " + row.dueOn() + " 前申诉，由没有参与审核的人员答复");
            case APPEALED -> next.add("由没有参与审核的人员在 " + row.dueOn() + " 前答复");
            case FOUND, OFFERED, DRAFT, CORRECTING, PAID, CLAWING, RETURNED, FINAL, WITHDRAWN -> {}
        }
        return next;
    }

    private static String within(int days, String what) {
        return days == 0 ? what : days + " 个工作日内" + what;
    }

    private static List<String> may(ApplicationRow row, Terms terms) {
        return Step.from(row.state()).stream()
                .filter(step -> step != Step.APPEAL || !terms.isOver(row.dueOn()))
                .map(Step::name)
                .toList();
    }

    /** How the amount came about, as far as it is told. */
    private List<String> basis(Tenant tenant, ApplicationRow row) {
        return amount(row).isEmpty()
                ? List.of()
                : reviews.of(tenant, row.key()).stream()
                        .filter(ReviewRow::passed)
                        .findFirst()
                        .map(OwnPages::sentences)
                        .orElse(List.of());
    }

    private static List<String> sentences(ReviewRow review) {
        List<String> sentences = new ArrayList<>(Trace.read(review.trace()).sentences());
        if (!review.settled().isEmpty()) {
            sentences.add("扣除以前享受过的补贴：" + review.settled());
        }
        return sentences;
    }

    /** Why it is refused now: what was said with the last step that refused it. */
    private String reason(Tenant tenant, ApplicationRow row) {
        return way.events(tenant, row.key()).stream()
                .filter(event -> REFUSING.contains(event.step()))
                .max(Comparator.comparing(EventRow::happenedAt))
                .map(EventRow::remark)
                .orElse("");
    }
}
