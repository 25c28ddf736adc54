package cn.zhirong.access;

/** More people sign in at this moment than passwords can be checked: the sentence says what to do. */
public final class SignInBusy extends RuntimeException {
    /** What those hear who find no place. */
    public static final String SENTENCE = "现在登录的人太多。请过半分钟再试，已打开的页面不受影响。";

    private static final long serialVersionUID = 1L;

    SignInBusy() {
        super(SENTENCE, null, false, false);
    }
}
