package cn.zhirong.web;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantProfile;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the shell of a request. */
@Singleton
class Shells {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final CurrentTenant currentTenant;
    private final Assets assets;
    private final Clock clock;

    Shells(CurrentTenant currentTenant, Assets assets, Clock clock) {
        this.currentTenant = currentTenant;
        this.assets = assets;
        this.clock = clock;
    }

    Shell of(HttpRequest<?> request) {
        Visitor visitor = VisitorBinder.visitor(request);
        Optional<Tenant> tenant = currentTenant.of(request);
        TenantProfile profile = tenant.map(Tenant::profile).orElse(null);
        return new Shell(
                profile,
                request.getUri().toString(),
                profile == null ? List.of() : navigation(profile.slug(), visitor.person() != null),
                Shell.Signed.of(visitor.person()),
                visitor.display(),
                tenant.map(Tenant::demonstration).orElse(false),
                Flash.of(request),
                assets.prefix(),
                LocalDate.ofInstant(clock.instant(), SHANGHAI).format(DAY));
    }

    private static List<Shell.Entry> navigation(String slug, boolean signedIn) {
        String root = "/" + slug;
        List<Shell.Entry> entries = new ArrayList<>(List.of(
                new Shell.Entry("home", "首页", root),
                new Shell.Entry("ask", "问政策", root + "/ask"),
                new Shell.Entry("policies", "政策库", root + "/policies")));
        if (signedIn) {
            entries.add(new Shell.Entry("console", "政策管理", root + "/console/policies"));
            entries.add(new Shell.Entry("hits", "检索质量", root + "/console/hits"));
        }
        return entries;
    }
}
