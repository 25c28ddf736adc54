package cn.zhirong.web;

import cn.zhirong.access.Origin;
import cn.zhirong.access.SignIn;
import cn.zhirong.access.SignInResult;
import cn.zhirong.tenant.Tenant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form with the fields old, password and repeat, as it came out: done, or what is wrong. */
record PasswordChange(SignInResult.@Nullable In done, List<Refusal.Field> problems) {
    static PasswordChange make(SignIn signIn, Tenant tenant, String secret, Map<String, String> form, Origin origin) {
        String password = form.getOrDefault("password", "");
        if (!password.equals(form.getOrDefault("repeat", ""))) {
            return wrong(PasswordField.NOT_REPEATED);
        }
        try {
            return switch (signIn.changePassword(tenant, secret, form.getOrDefault("old", ""), password, origin)) {
                case SignInResult.In in -> new PasswordChange(in, List.of());
                case SignInResult.Later later -> wrong(new Refusal.Field("old", NextStep.wait(later.delay())));
                case SignInResult.Refused() -> wrong(new Refusal.Field("old", "现在的密码不对，请重新输入。"));
            };
        } catch (IllegalArgumentException refused) {
            return wrong(PasswordField.refused(refused));
        }
    }

    private static PasswordChange wrong(Refusal.Field field) {
        return new PasswordChange(null, List.of(field));
    }
}
