package cn.zhirong.application;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where an application stands. */
public enum State {
    /** The bureau found that the firm is eligible; nobody else has looked at it yet. */
    FOUND("免申即享待复核", "neutral", Turn.SECOND),
    /** The firm is asked whether it wants it. */
    OFFERED("待企业确认", "wait", Turn.FIRM),
    DRAFT("填写中", "neutral", Turn.FIRM),
    SUBMITTED("待受理", "wait", Turn.FIRST),
    CORRECTING("待补正", "bad", Turn.FIRM),
    ACCEPTED("初审中", "wait", Turn.FIRST),
    FIRST_PASSED("初审通过，待复审", "wait", Turn.SECOND),
    FIRST_REFUSED("初审拟不予支持，待复审", "wait", Turn.SECOND),
    /** The money is reserved from here on. */
    APPROVED("复审通过，待上会", "ok", Turn.SECOND),
    LISTED("已列入会议名单", "wait", Turn.SECOND),
    ENDORSED("会议已通过，待公示", "ok", Turn.SECOND),
    PUBLISHED("公示中", "info", Turn.NOBODY),
    CLEARED("公示无异议，待拨付", "ok", Turn.FIRST),
    PAYING("拨付中", "info", Turn.FINANCE),
    PAID("已拨付", "ok", Turn.NOBODY),
    CLAWING("追回中", "bad", Turn.FIRM),
    RETURNED("已追回", "gone", Turn.NOBODY),
    REFUSED("不予支持", "bad", Turn.NOBODY),
    APPEALED("申诉处理中", "wait", Turn.SECOND),
    /** The appeal was looked at and the refusal stands. */
    FINAL("不予支持（申诉已答复）", "bad", Turn.NOBODY),
    WITHDRAWN("已撤回", "gone", Turn.NOBODY);

    /** Whose turn it is. */
    enum Turn {
        FIRM,
        FIRST,
        SECOND,
        FINANCE,
        NOBODY
    }

    private final String label;
    private final String tone;
    private final Turn turn;

    State(String label, String tone, Turn turn) {
        this.label = label;
        this.tone = tone;
        this.turn = turn;
    }

    /** In Chinese. */
    public String label() {
        return label;
    }

    /** The one that a firm is told of: what the bureau does among itself is not told before it is decided. */
    State toldAs() {
        return switch (this) {
            case FIRST_PASSED, FIRST_REFUSED -> ACCEPTED;
            case LISTED, ENDORSED -> APPROVED;
            default -> this;
        };
    }

    /** What a firm reads. */
    String firmLabel() {
        return switch (toldAs()) {
            case ACCEPTED -> "审核中";
            case APPROVED -> "审核通过，待公示";
            default -> label;
        };
    }

    /** The colour a firm sees. */
    String firmTone() {
        return toldAs().tone;
    }

    /** Whether a firm is told how much it is: not before it was decided. */
    boolean tellsAmount() {
        return holdsMoney() || this == OFFERED || this == PAID || this == CLAWING || this == RETURNED;
    }

    /** Its colour on pages, by the names of {@code show.tag}. */
    public String tone() {
        return tone;
    }

    Turn turn() {
        return turn;
    }

    /** Whether money in a budget is reserved for it. */
    boolean holdsMoney() {
        return EnumSet.of(APPROVED, LISTED, ENDORSED, PUBLISHED, CLEARED, PAYING)
                .contains(this);
    }

    /** Whether the firm can still write in it. */
    boolean isOpenToFirm() {
        return this == DRAFT || this == CORRECTING;
    }

    /** Whether the bureau sees it: what is only begun is the firm's own. */
    boolean isSeenByBureau() {
        return this != DRAFT;
    }

    /** Whether nothing follows but what begins anew. */
    boolean isOver() {
        return Step.from(this).isEmpty();
    }

    /** Those whose turn it is. */
    static List<State> of(Set<Turn> turns) {
        return Arrays.stream(values())
                .filter(state -> turns.contains(state.turn))
                .toList();
    }
}
