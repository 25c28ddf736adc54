package cn.zhirong.tenant;

import cn.zhirong.bundle.YamlText;
import cn.zhirong.tenant.TenantProfile.Contact;
import cn.zhirong.tenant.TenantProfile.Footer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the {@code tenant.yml} that {@link TenantFiles} reads. */
public final class TenantYaml {
    private TenantYaml() {}

    /** The profile as a file. A bureau that never named its region stands there with its own name. */
    public static String write(TenantProfile profile) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        yaml.put("slug", profile.slug());
        yaml.put("name", profile.name());
        yaml.put("short-name", profile.shortName());
        yaml.put("illustrative", profile.illustrative());
        Map<String, Object> region = new LinkedHashMap<>();
        String place = profile.region().name();
        region.put("name", place.isBlank() ? profile.name() : place);
        put(region, "code", profile.region().code());
        yaml.put("region", region);
        yaml.put("colours", Map.of("primary", profile.primary()));
        yaml.put("contact", contact(profile.contact()));
        yaml.put("footer", footer(profile.footer()));
        put(yaml, "welcome", profile.welcome());
        if (!profile.suggestions().isEmpty()) {
            yaml.put("suggestions", profile.suggestions());
        }
        return YamlText.write(yaml);
    }

    private static Map<String, Object> contact(Contact contact) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        put(yaml, "department", contact.department());
        put(yaml, "address", contact.address());
        put(yaml, "phone", contact.phone());
        put(yaml, "hours", contact.hours());
        put(yaml, "email", contact.email());
        return yaml;
    }

    private static Map<String, Object> footer(Footer footer) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        put(yaml, "host", footer.host());
        put(yaml, "organiser", footer.organiser());
        put(yaml, "site-code", footer.siteCode());
        put(yaml, "icp", footer.icp());
        put(yaml, "police", footer.police());
        return yaml;
    }

    private static void put(Map<String, Object> yaml, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            yaml.put(key, value);
        }
    }
}
