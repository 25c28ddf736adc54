package cn.zhirong.assistant;

/** What may be wrong with an answer. */
enum FeedbackReason {
    UNSUPPORTED("编造内容"),
    OUTDATED("已经过期"),
    OFF_TOPIC("答非所问"),
    WRONG_CITATION("引用有误"),
    INCOMPLETE("不完整");

    private final String label;

    FeedbackReason(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
