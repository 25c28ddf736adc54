package cn.zhirong.policy;

/** Who laid a document down, from the widest reach to the narrowest. */
public enum Level {
    NATIONAL("国家"),
    PROVINCIAL("省级"),
    CITY("市级"),
    DISTRICT("区县");

    private final String label;

    Level(String label) {
        this.label = label;
    }

    /** The word a reader sees. */
    public String label() {
        return label;
    }
}
