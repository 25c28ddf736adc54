package cn.zhirong.policy;

/** How far a version has come. What readers see of a published one is decided by {@link Validity}. */
public enum State {
    /** Seen by the bureau's own people only. */
    DRAFT("草稿"),
    PUBLISHED("已发布"),
    /** Was published by mistake and is shown to no reader any more. */
    WITHDRAWN("已撤下");

    private final String label;

    State(String label) {
        this.label = label;
    }

    /** The word a person sees. */
    public String label() {
        return label;
    }
}
