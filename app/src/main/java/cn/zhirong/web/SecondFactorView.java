package cn.zhirong.web;

import cn.zhirong.access.SecondFactors;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Setting a second factor up.
 *
 * @param tabs of the account's pages; none while one is signing in
 * @param here the path of the page, to which forms are sent
 * @param required whether one cannot go on without
 * @param key to be typed, in groups of four; empty before it was begun
 * @param qr to be scanned, or null
 * @param back where to go on to, or empty
 */
public record SecondFactorView(
        List<Map<String, Object>> tabs,
        String here,
        boolean required,
        String key,
        @Nullable Qr qr,
        String back,
        List<Refusal.Field> problems) {
    static SecondFactorView of(
            List<Map<String, Object>> tabs,
            String here,
            boolean required,
            SecondFactors.@Nullable Setup setup,
            String back,
            List<Refusal.Field> wrong) {
        return setup == null
                ? new SecondFactorView(tabs, here, required, "", null, back, wrong)
                : new SecondFactorView(
                        tabs,
                        here,
                        required,
                        setup.key().replaceAll("(.{4})(?=.)", "$1 "),
                        Qr.of(setup.address()),
                        back,
                        wrong);
    }

    /** The recovery codes, shown once, and where to go on to. */
    public record Codes(List<String> codes, String onwards) {}

    /** A second factor that works. */
    public record Works(
            List<Map<String, Object>> tabs,
            String here,
            long codesLeft,
            boolean required,
            List<Refusal.Field> problems) {}

    static final Refusal.Field WRONG_CODE = new Refusal.Field("code", "验证码不对，或者已经用过。请等应用里出现下一个验证码再输入；手机时间须准确。");
}
