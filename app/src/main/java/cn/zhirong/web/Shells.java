package cn.zhirong.web;

import cn.zhirong.access.Action.Place;
import cn.zhirong.tenant.Feature;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantProfile;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the shell of a request. */
@Singleton
class Shells {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final CurrentTenant currentTenant;
    private final Assets assets;
    private final Clock clock;
    private final @Nullable Unread unread;

    Shells(CurrentTenant currentTenant, Assets assets, Clock clock, @Nullable Unread unread) {
        this.unread = unread;
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
                profile == null ? List.of() : navigation(tenant.orElseThrow(), visitor),
                Shell.Signed.of(visitor.person(), unread),
                visitor.display(),
                tenant.map(Tenant::demonstration).orElse(false),
                Flash.of(request),
                assets.prefix(),
                LocalDate.ofInstant(clock.instant(), SHANGHAI).format(DAY));
    }

    private static List<Shell.Entry> navigation(Tenant tenant, Visitor visitor) {
        return Menu.ENTRIES.stream()
                .filter(entry -> entry.action().place() == (tenant.isPlatform() ? Place.PLATFORM : Place.BUREAU))
                .filter(entry -> visitor.may(entry.action()))
                .filter(entry -> isOn(tenant, visitor, entry.path()))
                .map(entry -> new Shell.Entry(entry.key(), entry.label(), "/" + tenant.slug() + entry.path()))
                .toList();
    }

    private static boolean isOn(Tenant tenant, Visitor visitor, String path) {
        return Feature.of(path.isEmpty() ? "" : path.substring(1))
                .map(feature -> tenant.has(feature) || feature == Feature.OPEN_LIBRARY && visitor.person() != null)
                .orElse(true);
    }
}
