package cn.zhirong.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the layout reads, in the shape it documents, for tests of the kit alone. The bureau is 示例市, whose slug is {@code shili}. */
public record PageKitShell(
        @Nullable Tenant tenant,
        String path,
        List<Entry> navigation,
        @Nullable Person person,
        Display display,
        boolean demo,
        @Nullable String flash,
        String assets,
        String today) {

    public record Tenant(
            String slug,
            String name,
            String shortName,
            String region,
            String primary,
            Contact contact,
            Footer footer,
            boolean illustrative) {}

    public record Contact(
            @Nullable String department,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String hours,
            @Nullable String email) {}

    public record Footer(
            @Nullable String host,
            @Nullable String organiser,
            @Nullable String siteCode,
            @Nullable String icp,
            @Nullable String police) {}

    public record Entry(String key, String label, String href) {}

    public record Person(String name, String role) {}

    public record Display(String scheme, int zoom, boolean pointer, boolean guide, boolean elder) {}

    private static final Display DEFAULT = new Display("default", 100, false, false, false);

    /** A demonstration bureau with everything there is. */
    static PageKitShell full() {
        return new PageKitShell(
                bureau(true),
                "/shili/gallery?page=2",
                entries(),
                new Person("陈晓", "经办"),
                DEFAULT,
                true,
                "已保存，复核后发布。",
                "/static/test",
                "2026年11月22日 星期日");
    }

    /** A real bureau. */
    static PageKitShell official() {
        return new PageKitShell(
                bureau(false), "/shili/", entries(), null, DEFAULT, false, null, "/static/test", "2026年11月22日");
    }

    /** A page of the platform: no bureau, nobody signed in, nothing to say. */
    static PageKitShell bare() {
        return new PageKitShell(null, "/", List.of(), null, DEFAULT, false, null, "/static/test", "2026年11月22日");
    }

    PageKitShell zoomed(int zoom) {
        Display zoomed = new Display(display.scheme(), zoom, display.pointer(), display.guide(), display.elder());
        return new PageKitShell(tenant, path, navigation, person, zoomed, demo, flash, assets, today);
    }

    private static Tenant bureau(boolean illustrative) {
        return new Tenant(
                "shili",
                "示例市金融工作局",
                "示例金融",
                "示例省示例市",
                "#1d4b73",
                new Contact("金融发展科", "0758-0000000", "示例市中心路 1 号", "工作日 9:00–12:00,14:30–17:30", "jrj@example.com"),
                new Footer("示例市金融工作局", "示例市政务服务中心", "4400000000", "示例ICP备00000000号", "示例公网安备 44000000000000号"),
                illustrative);
    }

    private static List<Entry> entries() {
        return List.of(
                new Entry("home", "首页", "/shili/"),
                new Entry("ask", "问助手", "/shili/ask"),
                new Entry("policies", "政策库", "/shili/policies"),
                new Entry("search", "搜索", "/shili/search"),
                new Entry("gallery", "页面组件", "/shili/gallery"));
    }
}
