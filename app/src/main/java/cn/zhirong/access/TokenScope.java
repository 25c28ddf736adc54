package cn.zhirong.access;

/** What an API token may be used for; never more than the role of its account may. */
public enum TokenScope {
    /** Reading. */
    READ("只读"),
    /** Reading, and entering and publishing policies. */
    POLICY_WRITE("读取，导入和发布政策"),
    /** All that the role may, but for the account itself. */
    ALL("岗位允许的全部接口");

    private final String label;

    TokenScope(String label) {
        this.label = label;
    }

    /** The words a reader sees. */
    public String label() {
        return label;
    }

    /** Whether such a token opens this. One's account, tokens and password are never changed by a token. */
    public boolean covers(Action action) {
        if (action == Action.OWN_ACCOUNT || action == Action.SEVERAL_BUREAUS) {
            return false;
        }
        return switch (this) {
            case READ -> action.isReading();
            case POLICY_WRITE -> action.isReading() || action == Action.POLICY_EDIT || action == Action.POLICY_RELEASE;
            case ALL -> true;
        };
    }
}
