package cn.zhirong.people;

import cn.zhirong.web.Refusal;

/** Sentences of {@code access} about an account, laid at the field that they speak of. */
final class AccountRefusal {
    private AccountRefusal() {}

    static Refusal of(IllegalArgumentException refused) {
        String sentence = String.valueOf(refused.getMessage());
        String field = sentence.startsWith("用户名")
                ? "username"
                : sentence.startsWith("姓名") ? "name" : sentence.startsWith("邮箱") ? "email" : "role";
        return Refusal.badField(field, sentence);
    }
}
