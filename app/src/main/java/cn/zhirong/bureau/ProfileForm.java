package cn.zhirong.bureau;

import cn.zhirong.tenant.ProfileRules;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.tenant.TenantProfile.Contact;
import cn.zhirong.tenant.TenantProfile.Footer;
import cn.zhirong.tenant.TenantProfile.Region;
import cn.zhirong.web.FormReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A bureau's profile as the fields of a form, both ways. */
final class ProfileForm {
    private static final int LONGEST_SUGGESTION = 60;

    private ProfileForm() {}

    /** The profile that was typed; its problems are noted in {@code typed}. */
    static TenantProfile read(FormReader typed, String slug, boolean illustrative) {
        return new TenantProfile(
                slug,
                typed.line("name", "名称", 2, 60),
                typed.line("shortName", "简称", 2, 20),
                new Region(typed.line("regionName", "行政区域", 2, 60), regionCode(typed)),
                primary(typed),
                new Contact(
                        typed.optionalLine("department", "联系科室", 60),
                        typed.optionalLine("address", "地址", 120),
                        phone(typed, illustrative),
                        typed.optionalLine("hours", "办公时间", 60),
                        email(typed, illustrative)),
                new Footer(
                        typed.optionalLine("host", "主办单位", 60),
                        typed.optionalLine("organiser", "承办单位", 60),
                        typed.optionalLine("siteCode", "网站标识码", 30),
                        typed.optionalLine("icp", "ICP 备案号", 60),
                        typed.optionalLine("police", "公安备案号", 60)),
                suggestions(typed),
                typed.lines("welcome", "欢迎语", 0, 500),
                illustrative);
    }

    /** The profile as the form shows it. */
    static Map<String, String> fields(TenantProfile profile) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", profile.name());
        fields.put("shortName", profile.shortName());
        fields.put("regionName", profile.region().name());
        fields.put("regionCode", profile.region().code());
        fields.put("primary", profile.primary());
        fields.put("department", written(profile.contact().department()));
        fields.put("address", written(profile.contact().address()));
        fields.put("phone", written(profile.contact().phone()));
        fields.put("hours", written(profile.contact().hours()));
        fields.put("email", written(profile.contact().email()));
        fields.put("host", written(profile.footer().host()));
        fields.put("organiser", written(profile.footer().organiser()));
        fields.put("siteCode", written(profile.footer().siteCode()));
        fields.put("icp", written(profile.footer().icp()));
        fields.put("police", written(profile.footer().police()));
        fields.put("suggestions", String.join("\n", profile.suggestions()));
        fields.put("welcome", profile.welcome());
        return fields;
    }

    private static String written(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static String regionCode(FormReader typed) {
        String code = typed.raw("regionCode");
        if (!code.isEmpty() && !ProfileRules.isRegionCode(code)) {
            typed.wrong("regionCode", "行政区划代码应当是 6 位数字，现在是“" + code + "”。");
        }
        return code;
    }

    private static String primary(FormReader typed) {
        String colour = typed.raw("primary");
        if (!ProfileRules.isColour(colour)) {
            typed.wrong("primary", "主色应当写成 #0b5394 的形式，现在是“" + colour + "”。");
        } else {
            ProfileRules.pale(colour).ifPresent(problem -> typed.wrong("primary", problem + "。"));
        }
        return colour;
    }

    private static @Nullable String phone(FormReader typed, boolean illustrative) {
        String phone = typed.optionalLine("phone", "电话", 40);
        if (phone != null && illustrative && !phone.endsWith("0000000")) {
            typed.wrong("phone", "示例租户的电话应当以 0000000 结尾，以免误拨给真实的人。");
        }
        return phone;
    }

    private static @Nullable String email(FormReader typed, boolean illustrative) {
        String email = typed.optionalLine("email", "电子邮箱", 100);
        if (email != null && !ProfileRules.isEmail(email)) {
            typed.wrong("email", "“" + email + "”不是电子邮箱。");
        } else if (email != null && illustrative && !email.endsWith(".example")) {
            typed.wrong("email", "示例租户的邮箱应当以 .example 结尾，以免误发给真实的人。");
        }
        return email;
    }

    private static List<String> suggestions(FormReader typed) {
        List<String> questions = typed.raw("suggestions")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        int count = questions.size();
        if (count > ProfileRules.MOST_SUGGESTIONS || count > 0 && count < ProfileRules.FEWEST_SUGGESTIONS) {
            typed.wrong("suggestions", "推荐问题可以不填，或者填 6 至 8 个，每行一个；现在有 " + count + " 个。");
        }
        questions.stream()
                .filter(question -> question.length() > LONGEST_SUGGESTION)
                .findFirst()
                .ifPresent(question -> typed.wrong(
                        "suggestions",
                        "推荐问题最长 " + LONGEST_SUGGESTION + " 个字，“" + question.substring(0, 20) + "…”有 "
                                + question.length() + " 个字。"));
        return questions;
    }
}
