package cn.zhirong.application;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Action;
import cn.zhirong.access.Notices;
import cn.zhirong.access.Person;
import cn.zhirong.access.Secrets;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.tenant.Tenant;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Tells those who have to act, and the firm what became of its application. */
@Singleton
class Tellings {
    /** What the bureau does among itself is not told to the firm. */
    private static final Set<State> INTERNAL =
            EnumSet.of(State.FOUND, State.DRAFT, State.FIRST_PASSED, State.FIRST_REFUSED, State.LISTED, State.ENDORSED);

    private final BeanProvider<Notices> notices;
    private final Accounts accounts;
    private final FirmRepository firms;

    Tellings(BeanProvider<Notices> notices, Accounts accounts, FirmRepository firms) {
        this.notices = notices;
        this.accounts = accounts;
        this.firms = firms;
    }

    /** After a step. */
    void step(Tenant tenant, Programme programme, ApplicationRow row, Step step, String actor, String remark) {
        notices.ifPresent(inbox -> {
            Map<String, String> fields = fields(programme, row, step.label(), remark);
            String cause = row.object() + "/" + row.revision() + "/" + step;
            String desk = "/" + tenant.slug() + "/console/applications/" + row.key();
            switch (row.state().turn()) {
                case FIRST ->
                    inbox.tellWhoMay(
                            tenant, Action.APPLICATION_REVIEW, actor, cause, "application.waiting", fields, desk);
                case SECOND ->
                    inbox.tellWhoMay(
                            tenant, Action.APPLICATION_DECIDE, actor, cause, "application.waiting", fields, desk);
                case FIRM, FINANCE, NOBODY -> {}
            }
            if (!INTERNAL.contains(row.state())) {
                Map<String, String> told = new HashMap<>(fields);
                told.put("状态", row.state().firmLabel());
                if (step == Step.SECOND_PASS) {
                    told.put("说明", "");
                }
                firm(inbox, tenant, row, actor, cause + "/firm", told);
            }
        });
    }

    /** Somebody of the bureau has to answer an objection. */
    void objected(Tenant tenant, Programme programme, ApplicationRow row, long complaint, String actor) {
        notices.ifPresent(inbox -> inbox.tellWhoMay(
                tenant,
                Action.APPLICATION_DECIDE,
                actor,
                "complaint/" + complaint,
                "application.objection",
                fields(programme, row, "收到异议", ""),
                "/" + tenant.slug() + "/console/complaints"));
    }

    /** A colleague was given work; each time is news. */
    void assigned(Tenant tenant, Person colleague, String by, int count) {
        notices.ifPresent(inbox -> inbox.tell(
                tenant,
                colleague.accountId(),
                "assigned/" + Secrets.random(),
                "application.assigned",
                Map.of("经办", by, "份数", String.valueOf(count)),
                "/" + tenant.slug() + "/console/applications?view=ALL&who=" + colleague.username()));
    }

    /** The finance office has to confirm a payment. */
    void toConfirm(Tenant tenant, String number, String total, long disbursement, String actor) {
        notices.ifPresent(inbox -> inbox.tellWhoMay(
                tenant,
                Action.PAYMENT_CONFIRM,
                actor,
                "disbursement/" + disbursement,
                "application.payment",
                Map.of("编号", number, "金额", total),
                "/" + tenant.slug() + "/console/disbursements/" + disbursement));
    }

    private void firm(
            Notices inbox, Tenant tenant, ApplicationRow row, String actor, String cause, Map<String, String> fields) {
        Long organisation = firms.organisation(tenant.id(), row.enterpriseId()).orElse(null);
        if (organisation == null) {
            return;
        }
        for (Person person : accounts.of(tenant, organisation)) {
            if (person.may(Action.APPLICATION_OWN) && !person.username().equals(actor)) {
                inbox.tell(
                        tenant,
                        person.accountId(),
                        cause,
                        "application.moved",
                        fields,
                        "/" + tenant.slug() + "/enterprise/applications/" + row.key());
            }
        }
    }

    private static Map<String, String> fields(Programme programme, ApplicationRow row, String what, String remark) {
        return Map.of(
                "项目",
                programme.title(),
                "编号",
                row.number(),
                "企业",
                row.firm(),
                "事项",
                what,
                "状态",
                row.state().label(),
                "期限",
                row.dueOn() == null ? "无" : row.dueOn().toString(),
                "说明",
                remark);
    }
}
