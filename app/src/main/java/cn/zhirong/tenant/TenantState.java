package cn.zhirong.tenant;

/** Where a bureau is in its life. */
public enum TenantState {
    /** It serves. */
    ACTIVE("正常"),
    /** Nothing of it is served to anybody; everything is kept. */
    SUSPENDED("暂停服务"),
    /** Its data is gone or going; only its slug is kept, so that nobody gets it again. */
    DELETED("已删除");

    private final String label;

    TenantState(String label) {
        this.label = label;
    }

    /** The word a person sees. */
    public String label() {
        return label;
    }
}
