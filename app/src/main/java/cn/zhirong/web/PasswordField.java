package cn.zhirong.web;

/** What can be wrong with a new password, at its field. */
final class PasswordField {
    static final Refusal.Field NOT_REPEATED = new Refusal.Field("repeat", "两次输入的密码不一样，请重新输入。");

    private PasswordField() {}

    static Refusal.Field refused(IllegalArgumentException refused) {
        return new Refusal.Field("password", String.valueOf(refused.getMessage()));
    }
}
