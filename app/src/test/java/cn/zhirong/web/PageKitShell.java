package cn.zhirong.web;

import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.tenant.TenantProfile.Contact;
import cn.zhirong.tenant.TenantProfile.Footer;
import cn.zhirong.tenant.TenantProfile.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shells for tests of the kit alone. The bureau is 示例市, whose slug is {@code shili}. */
final class PageKitShell {
    private PageKitShell() {}

    /** A demonstration bureau with everything there is. */
    static Shell full() {
        return shell(bureau(true), "/shili/gallery?page=2", new Shell.Signed("陈晓", "经办"), true, "已保存，复核后发布。");
    }

    /** A real bureau. */
    static Shell official() {
        return shell(bureau(false), "/shili/", null, false, null);
    }

    /** A page of the platform: no bureau, nobody signed in, nothing to say. */
    static Shell bare() {
        return shell(null, "/", null, false, null);
    }

    static Shell zoomed(Shell shell, int zoom) {
        return new Shell(
                shell.tenant(),
                shell.path(),
                shell.navigation(),
                shell.person(),
                new Display(shell.display().scheme(), zoom, false, false, false),
                shell.demo(),
                shell.flash(),
                shell.assets(),
                shell.today());
    }

    private static Shell shell(
            @Nullable TenantProfile tenant,
            String path,
            Shell.@Nullable Signed person,
            boolean demo,
            @Nullable String flash) {
        return new Shell(
                tenant,
                path,
                tenant == null ? List.of() : entries(),
                person,
                Display.DEFAULT,
                demo,
                flash,
                "/static/test",
                "2026年11月22日");
    }

    private static TenantProfile bureau(boolean illustrative) {
        return new TenantProfile(
                "shili",
                "示例市金融工作局",
                "示例金融",
                new Region("示例省示例市", "000000"),
                "#1d4b73",
                new Contact("金融发展科", "示例市中心路 1 号", "0758-0000000", "工作日 9:00–12:00,14:30–17:30", "jrj@example.com"),
                new Footer("示例市金融工作局", "示例市政务服务中心", "4400000000", "示例ICP备00000000号", "示例公网安备 44000000000000号"),
                List.of(),
                "",
                illustrative);
    }

    private static List<Shell.Entry> entries() {
        return List.of(
                new Shell.Entry("home", "首页", "/shili/"),
                new Shell.Entry("ask", "问助手", "/shili/ask"),
                new Shell.Entry("policies", "政策库", "/shili/policies"),
                new Shell.Entry("search", "搜索", "/shili/search"),
                new Shell.Entry("gallery", "页面组件", "/shili/gallery"));
    }
}
