package cn.zhirong.tenant;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a bureau presents itself: what {@code tenants/<slug>/tenant.yml} says and the console will edit.
 *
 * @param slug its part of every address, {@code [a-z][a-z0-9-]{1,31}}
 * @param name full name of the bureau
 * @param shortName as it stands in narrow places
 * @param region where it has authority
 * @param primary its colour as {@code #rrggbb}, dark enough for white text
 * @param contact the people to ask
 * @param footer what a government site's footer must name
 * @param suggestions questions its documents answer, shown beside the question box
 * @param welcome one or two sentences on its first page
 * @param illustrative whether contact and footer are examples, so marked on every page
 */
@Serdeable
public record TenantProfile(
        String slug,
        String name,
        String shortName,
        Region region,
        String primary,
        Contact contact,
        Footer footer,
        List<String> suggestions,
        String welcome,
        boolean illustrative) {
    public TenantProfile {
        suggestions = List.copyOf(suggestions);
    }

    /** @param name such as 广东省肇庆市; @param code six digits of GB/T 2260, or empty */
    @Serdeable
    public record Region(String name, String code) {}

    /** Whom to ask; a part that is not known is null. */
    @Serdeable
    public record Contact(
            @Nullable String department,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String hours,
            @Nullable String email) {}

    /** 主办单位, 承办单位, 网站标识码, ICP 备案号, 公安备案号; a part that is not known is null. */
    @Serdeable
    public record Footer(
            @Nullable String host,
            @Nullable String organiser,
            @Nullable String siteCode,
            @Nullable String icp,
            @Nullable String police) {}

    /** A new bureau of which only its name is known. */
    public static TenantProfile named(String slug, String name) {
        return new TenantProfile(
                slug,
                name,
                name,
                new Region("", ""),
                "#1f4e79",
                new Contact(null, null, null, null, null),
                new Footer(name, null, null, null, null),
                List.of(),
                "",
                false);
    }
}
