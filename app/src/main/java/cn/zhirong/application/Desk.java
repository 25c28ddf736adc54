package cn.zhirong.application;

import cn.zhirong.access.Person;
import cn.zhirong.kernel.Money;
import cn.zhirong.subsidy.ProgrammeContent.Material;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** What officers do with an application before and beside the reviews. */
@Singleton
class Desk {
    private final Applications applications;
    private final CorrectionRepository corrections;
    private final PaymentRepository payments;
    private final Corrected corrected;
    private final Way way;

    Desk(
            Applications applications,
            CorrectionRepository corrections,
            PaymentRepository payments,
            Corrected corrected,
            Way way) {
        this.applications = applications;
        this.corrections = corrections;
        this.payments = payments;
        this.corrected = corrected;
        this.way = way;
    }

    /** Everything is there: the review begins. */
    @Whole
    void accept(Tenant tenant, Person person, long id) {
        way.take(tenant, applications.lock(tenant, id), Step.ACCEPT, person.username(), "");
    }

    /** What can be asked to be put right, with its Chinese. */
    Map<String, String> items(Tenant tenant, ApplicationRow row) {
        Map<String, String> items = new LinkedHashMap<>();
        for (Task task : new Task[] {Task.ENTERPRISE, Task.FINANCING, Task.ACCOUNT}) {
            items.put(task.path(), task.label());
        }
        for (Material material : applications.programme(tenant, row).content().materials()) {
            items.put("material-" + material.id(), "材料：" + material.name());
        }
        return items;
    }

    /**
     * Asks the firm to put things right, item by item.
     *
     * @param words what is wrong, by item; an item without words is in order
     */
    @Whole
    void askCorrections(Tenant tenant, Person person, long id, Map<String, String> words) {
        ApplicationRow row = applications.lock(tenant, id);
        Map<String, String> items = items(tenant, row);
        StringBuilder told = new StringBuilder();
        for (Map.Entry<String, String> item : items.entrySet()) {
            String wrong = words.getOrDefault(item.getKey(), "");
            if (!wrong.isEmpty()) {
                if (wrong.length() < 2 || wrong.length() > 500) {
                    throw Refusal.badField(
                            "wrong-" + item.getKey(),
                            item.getValue() + "的补正要求须为 2 至 500 个字，现在有 " + wrong.length() + " 个字。");
                }
                corrections.save(new CorrectionRow(
                        null,
                        tenant.id(),
                        id,
                        item.getKey(),
                        wrong,
                        person.username(),
                        applications.now(),
                        null,
                        null,
                        null));
                told.append(told.isEmpty() ? "" : "；")
                        .append(item.getValue())
                        .append("：")
                        .append(wrong);
            }
        }
        if (told.isEmpty()) {
            throw Refusal.badField("correction", "请至少写明一项需要补正的内容。");
        }
        String remark = Texts.cut(told.toString());
        corrected.keep(tenant, row);
        way.take(tenant, row, Step.ASK_CORRECTION, person.username(), remark);
    }

    /** The firm did not answer in time. */
    @Whole
    void lapse(Tenant tenant, Person person, long id) {
        ApplicationRow row = applications.lock(tenant, id);
        if (!applications.terms(tenant).isOver(row.dueOn())) {
            throw Refusal.conflict("early", "期限还没有到，不能按逾期处理。");
        }
        way.take(tenant, row, Step.LAPSE, person.username(), "");
    }

    /** Support is called off before it was paid; a firm is taken off a list that was not sent out. */
    @Whole
    void revoke(Tenant tenant, Person person, long id, String reason) {
        ApplicationRow row = applications.lock(tenant, id);
        long paid = payments.paid(tenant.id(), id);
        if (paid > 0) {
            throw Refusal.conflict("paid", "已有 " + new Money(paid) + " 到账，不能取消支持；全部拨付之后再追回。");
        }
        Step step = row.state() == State.FOUND ? Step.DROP : Step.REVOKE;
        way.take(tenant, row, step, person.username(), reason);
    }
}
