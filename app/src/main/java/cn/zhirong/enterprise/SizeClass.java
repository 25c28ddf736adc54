package cn.zhirong.enterprise;

/** How large a firm is by 工信部联企业〔2011〕300号, the largest first. */
public enum SizeClass {
    LARGE("大型"),
    MEDIUM("中型"),
    SMALL("小型"),
    MICRO("微型");

    private final String label;

    SizeClass(String label) {
        this.label = label;
    }

    /** The word a reader sees. */
    public String label() {
        return label;
    }
}
