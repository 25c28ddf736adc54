package cn.zhirong.application;

import static cn.zhirong.application.State.ACCEPTED;
import static cn.zhirong.application.State.APPEALED;
import static cn.zhirong.application.State.APPROVED;
import static cn.zhirong.application.State.CLAWING;
import static cn.zhirong.application.State.CLEARED;
import static cn.zhirong.application.State.CORRECTING;
import static cn.zhirong.application.State.DRAFT;
import static cn.zhirong.application.State.ENDORSED;
import static cn.zhirong.application.State.FINAL;
import static cn.zhirong.application.State.FIRST_PASSED;
import static cn.zhirong.application.State.FIRST_REFUSED;
import static cn.zhirong.application.State.FOUND;
import static cn.zhirong.application.State.LISTED;
import static cn.zhirong.application.State.OFFERED;
import static cn.zhirong.application.State.PAID;
import static cn.zhirong.application.State.PAYING;
import static cn.zhirong.application.State.PUBLISHED;
import static cn.zhirong.application.State.REFUSED;
import static cn.zhirong.application.State.RETURNED;
import static cn.zhirong.application.State.SUBMITTED;
import static cn.zhirong.application.State.WITHDRAWN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What can become of an application: the one table of what follows what. What is not here cannot be done. */
public enum Step {
    SUBMIT("提交申报", Clock.ACCEPTANCE, SUBMITTED, DRAFT),
    ASK_CORRECTION("通知补正", Clock.CORRECTION, CORRECTING, SUBMITTED, ACCEPTED),
    CORRECT("提交补正", Clock.ACCEPTANCE, SUBMITTED, CORRECTING),
    ACCEPT("受理", Clock.FIRST_REVIEW, ACCEPTED, SUBMITTED),
    FIRST_PASS("初审通过", Clock.SECOND_REVIEW, FIRST_PASSED, ACCEPTED),
    FIRST_REFUSE("初审拟不予支持", Clock.SECOND_REVIEW, FIRST_REFUSED, ACCEPTED),
    SEND_BACK("退回初审", Clock.FIRST_REVIEW, ACCEPTED, FIRST_PASSED, FIRST_REFUSED),
    SECOND_PASS("复审通过", Clock.NONE, APPROVED, FIRST_PASSED),
    SECOND_REFUSE("不予支持", Clock.APPEALING, REFUSED, FIRST_REFUSED),
    LIST("列入会议名单", Clock.NONE, LISTED, APPROVED),
    ENDORSE("会议通过", Clock.NONE, ENDORSED, LISTED),
    PUBLISH("公示", Clock.NONE, PUBLISHED, ENDORSED),
    CLEAR("公示期满", Clock.PAYMENT, CLEARED, PUBLISHED),
    PAY_OUT("列入拨付批次", Clock.PAYMENT, PAYING, CLEARED),
    BOUNCE("拨付未成功", Clock.PAYMENT, CLEARED, PAYING),
    PAY("拨付到账", Clock.NONE, PAID, PAYING),
    /** A meeting said no, an objection was right: what was reserved is free again. */
    REVOKE("取消支持", Clock.APPEALING, REFUSED, APPROVED, LISTED, ENDORSED, PUBLISHED, CLEARED),
    DEMAND("要求退回", Clock.RETURNING, CLAWING, PAID, RETURNED),
    RETURN("已退回", Clock.NONE, RETURNED, CLAWING),
    DROP_DEMAND("撤销追回", Clock.NONE, PAID, CLAWING),
    /** Another part came back before. */
    DROP_FURTHER_DEMAND("撤销追回", Clock.NONE, RETURNED, CLAWING),
    APPEAL("提出申诉", Clock.APPEAL, APPEALED, REFUSED),
    UPHOLD("维持原决定", Clock.NONE, FINAL, APPEALED),
    REOPEN("申诉成立，重新审核", Clock.FIRST_REVIEW, ACCEPTED, APPEALED),
    RELEASE("发出免申即享名单", Clock.CONFIRMING, OFFERED, FOUND),
    DROP("移出免申即享名单", Clock.NONE, WITHDRAWN, FOUND),
    CONFIRM("确认享受", Clock.NONE, APPROVED, OFFERED),
    /** The firm says that the figures are wrong, and applies itself. */
    AMEND("更正数据，改为自行申报", Clock.NONE, DRAFT, OFFERED),
    /** What was offered is not what is due any more. */
    OUTDATE("情况有变，重新核算", Clock.NONE, WITHDRAWN, OFFERED),
    WITHDRAW(
            "撤回",
            Clock.NONE,
            WITHDRAWN,
            OFFERED,
            DRAFT,
            SUBMITTED,
            CORRECTING,
            ACCEPTED,
            FIRST_PASSED,
            FIRST_REFUSED,
            APPROVED),
    /** The firm did not answer in time. */
    LAPSE("逾期未回复，视为撤回", Clock.NONE, WITHDRAWN, CORRECTING, OFFERED);

    /** The clock that runs after a step. */
    enum Clock {
        NONE,
        ACCEPTANCE,
        CORRECTION,
        FIRST_REVIEW,
        SECOND_REVIEW,
        PAYMENT,
        APPEALING,
        APPEAL,
        RETURNING,
        CONFIRMING
    }

    private final String label;
    private final Clock clock;
    private final State to;
    private final Set<State> from;

    Step(String label, Clock clock, State to, State... from) {
        this.label = label;
        this.clock = clock;
        this.to = to;
        this.from = EnumSet.copyOf(Arrays.asList(from));
    }

    /** In Chinese. */
    public String label() {
        return label;
    }

    Clock clock() {
        return clock;
    }

    /** Where it leads. */
    public State to() {
        return to;
    }

    /** Whether it can be taken there. */
    public boolean isOpenIn(State state) {
        return from.contains(state);
    }

    /** What can be done there. */
    static List<Step> from(State state) {
        return Arrays.stream(values()).filter(step -> step.isOpenIn(state)).toList();
    }
}
