package cn.zhirong.application;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A part of the queue: what waits for whom. */
enum QueueKind {
    FIRST("待受理和初审", EnumSet.of(State.SUBMITTED, State.ACCEPTED)),
    SECOND("待复审", EnumSet.of(State.FIRST_PASSED, State.FIRST_REFUSED)),
    FIRM("等企业", EnumSet.of(State.CORRECTING, State.OFFERED)),
    MEETING("待上会和公示", EnumSet.of(State.APPROVED, State.LISTED, State.ENDORSED, State.PUBLISHED)),
    MONEY("拨付和追回", EnumSet.of(State.CLEARED, State.PAYING, State.PAID, State.CLAWING, State.RETURNED)),
    ALL("全部", EnumSet.complementOf(EnumSet.of(State.DRAFT)));

    private final String label;
    private final Set<State> states;

    QueueKind(String label, Set<State> states) {
        this.label = label;
        this.states = states;
    }

    String label() {
        return label;
    }

    Set<State> states() {
        return states;
    }

    static Optional<QueueKind> named(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
