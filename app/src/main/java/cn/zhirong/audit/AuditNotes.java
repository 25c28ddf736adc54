package cn.zhirong.audit;

import cn.zhirong.access.AuditEntry;
import cn.zhirong.access.IdentityKind;
import cn.zhirong.access.OrganisationKind;
import cn.zhirong.access.Role;
import cn.zhirong.access.SignInPolicy.PasswordProfile;
import cn.zhirong.access.TokenScope;
import cn.zhirong.tenant.Feature;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The notes beside an action as people read them: what the product wrote in its own short words is said in Chinese, what a person
 * wrote stays as it is. What is recorded never changes, only how it is shown.
 */
final class AuditNotes {
    private static final Set<String> IN_OWN_WORDS = Set.of(
            "access.refused",
            "account.create",
            "account.role",
            "session.open",
            "session.other-browser",
            "session.end",
            "session.end-others",
            "sign-in.fail",
            "password.letter",
            "identity.provider-create",
            "identity.provider-change",
            "policy.upload",
            "policy.version-of",
            "identity.sign-in",
            "identity.link",
            "identity.unlink",
            "token.create",
            "token.revoke",
            "sign-in-policy.change",
            "tenant.configure",
            "privacy.consent",
            "privacy.ask");
    private static final String UPLOADED = "uploaded by ";
    private static final Pattern KEY = Pattern.compile("(?<=^|[ ；])([A-Za-z]+)(?:=|: )");
    private static final Pattern CODE = Pattern.compile("(?<![A-Za-z0-9_])[A-Z][A-Z_]+(?![A-Za-z0-9_])");
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("role", "岗位"),
            Map.entry("needs", "所需权限"),
            Map.entry("source", "来源地址"),
            Map.entry("session", "登录编号"),
            Map.entry("sessions", "退出处数"),
            Map.entry("provider", "渠道编号"),
            Map.entry("link", "关联编号"),
            Map.entry("secret", "密钥"),
            Map.entry("policy", "政策编号"),
            Map.entry("file", "文件"),
            Map.entry("scope", "权限"),
            Map.entry("days", "天数"),
            Map.entry("token", "令牌编号"),
            Map.entry("version", "版本"),
            Map.entry("due", "答复期限"),
            Map.entry("name", "全称"),
            Map.entry("shortName", "简称"),
            Map.entry("regionName", "行政区域"),
            Map.entry("regionCode", "行政区划代码"),
            Map.entry("primary", "主色"),
            Map.entry("department", "联系科室"),
            Map.entry("address", "地址"),
            Map.entry("phone", "电话"),
            Map.entry("hours", "办公时间"),
            Map.entry("email", "电子邮箱"),
            Map.entry("host", "主办单位"),
            Map.entry("organiser", "承办单位"),
            Map.entry("siteCode", "网站标识码"),
            Map.entry("icp", "ICP 备案号"),
            Map.entry("police", "公安备案号"),
            Map.entry("suggestions", "推荐问题"),
            Map.entry("welcome", "欢迎语"),
            Map.entry("switchedOff", "关闭的功能"));
    private static final Map<String, String> CODES = codes();

    private AuditNotes() {}

    static String of(AuditEntry entry) {
        String detail = entry.detail();
        if (IN_OWN_WORDS.contains(entry.action())) {
            String keyed = replaced(KEY, detail, key -> KEYS.getOrDefault(key, key) + "：");
            return replaced(CODE, keyed, code -> CODES.getOrDefault(code, code)).replace(" -> ", " → ");
        }
        return switch (entry.action()) {
            case "organisation.add", "organisation.verify", "organisation.refuse" -> ofOrganisation(detail);
            case "password.set" -> detail.equals("by link") ? "通过登录链接" : "本人更换";
            case "policy.publish" ->
                detail.startsWith(UPLOADED)
                        ? "由 " + detail.substring(UPLOADED.length()) + " 上传"
                        : detail.equals("set-up without a second person") ? "装入时发布，未经第二人" : detail;
            default -> detail;
        };
    }

    /** A kind of organisation, or how it was verified, before words of people. */
    private static String ofOrganisation(String detail) {
        int end = detail.indexOf(' ') < 0 ? detail.length() : detail.indexOf(' ');
        String first = detail.substring(0, end);
        for (OrganisationKind kind : OrganisationKind.values()) {
            if (kind.name().equals(first)) {
                return kind.label() + detail.substring(end);
            }
        }
        return switch (first) {
            case "OFFICER" -> "人工核验" + detail.substring(end);
            case "TRANSFER" -> "打款核验" + detail.substring(end);
            default -> detail;
        };
    }

    private static String replaced(Pattern pattern, String text, UnaryOperator<String> word) {
        return pattern.matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        word.apply(found.groupCount() == 0 ? found.group() : found.group(1))));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (Role role : Role.values()) {
            codes.put(role.name(), role.label());
        }
        for (TokenScope scope : TokenScope.values()) {
            codes.put(scope.name(), scope.label());
        }
        for (Feature feature : Feature.values()) {
            codes.put(feature.name(), feature.label());
        }
        for (PasswordProfile profile : PasswordProfile.values()) {
            codes.put(profile.name(), profile.label());
        }
        for (IdentityKind kind : IdentityKind.values()) {
            codes.put(kind.name(), kind.label());
        }
        return Map.copyOf(codes);
    }
}
