package cn.zhirong.application;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of an application that a firm goes through, in this order. */
enum Task {
    ENTERPRISE("企业信息"),
    FINANCING("融资信息"),
    ACCOUNT("收款账户"),
    MATERIALS("材料"),
    DECLARATION("承诺");

    private final String label;

    Task(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** As it stands in addresses. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Task> ofPath(String path) {
        return Arrays.stream(values()).filter(task -> task.path().equals(path)).findFirst();
    }
}
