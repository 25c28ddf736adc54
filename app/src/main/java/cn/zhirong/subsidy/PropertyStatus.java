package cn.zhirong.subsidy;

import java.util.List;
import java.util.Optional;

/** What the words of a register say of a patent or a mark: it holds, it does not, or they do not tell. */
final class PropertyStatus {
    /** Proceedings against a right do not end it. */
    private static final List<String> HOLDS_STILL = List.of("无效宣告审理", "无效宣告程序", "无效审查", "撤销审理", "撤销申请");

    private static final List<String> OVER =
            List.of("无效", "终止", "失效", "放弃", "撤销", "驳回", "撤回", "注销", "届满", "申请中", "受理", "公开", "实质审查", "实审", "初审");

    private static final List<String> HOLDS = List.of("有效", "授权", "登记", "注册", "维持", "质押", "许可", "续展", "变更", "转让");

    private PropertyStatus() {}

    /** Whether it holds; empty where the words do not tell. No words at all are taken for nothing that speaks against it. */
    static Optional<Boolean> isValid(String status) {
        if (status.isBlank() || HOLDS_STILL.stream().anyMatch(status::contains)) {
            return Optional.of(true);
        }
        if (OVER.stream().anyMatch(status::contains)) {
            return Optional.of(false);
        }
        return HOLDS.stream().anyMatch(status::contains) ? Optional.of(true) : Optional.empty();
    }
}
