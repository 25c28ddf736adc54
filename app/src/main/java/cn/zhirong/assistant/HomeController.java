package cn.zhirong.assistant;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.policy.PolicyFilter;
import cn.zhirong.policy.PolicyLibrary;
import cn.zhirong.tenant.Feature;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The first page of a bureau, and the one before it where an installation has several. */
@Needs(Action.VISIT)
@Controller
class HomeController {
    private static final int LATEST = 5;

    private final Tenants tenants;
    private final PolicyLibrary library;
    private final Pages pages;
    private final Clock clock;

    HomeController(Tenants tenants, PolicyLibrary library, Pages pages, Clock clock) {
        this.tenants = tenants;
        this.library = library;
        this.pages = pages;
        this.clock = clock;
    }

    @Needs(Action.ENTER)
    @Get("/")
    HttpResponse<String> front(HttpRequest<?> request) {
        List<HomeView.Bureau> bureaus = tenants.all().stream()
                .map(Tenant::profile)
                .map(bureau ->
                        new HomeView.Bureau(bureau.name(), bureau.region().name(), "/" + bureau.slug()))
                .toList();
        return bureaus.size() == 1
                ? HttpResponse.seeOther(URI.create(bureaus.getFirst().href()))
                : pages.show(request, "home/front", new HomeView.Front(bureaus));
    }

    @Get("/{slug}")
    HttpResponse<String> home(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        boolean reads = tenant.has(Feature.OPEN_LIBRARY) || visitor.person() != null;
        LocalDate today = LocalDate.ofInstant(clock.instant(), AskController.SHANGHAI);
        List<HomeView.Latest> latest = reads
                ? library.list(tenant, PolicyFilter.newest(today, LATEST)).policies().stream()
                        .map(summary -> HomeView.Latest.of(tenant.slug(), summary))
                        .toList()
                : List.of();
        return pages.show(
                request,
                "home/home",
                new HomeView(
                        tenant.profile().welcome(),
                        AskPages.box(tenant, "", AskView.Typed.NOTHING, List.of()),
                        tenant.profile().suggestions(),
                        latest,
                        Bureaus.contact(tenant.profile()),
                        tenant.has(Feature.ASSISTANT),
                        reads));
    }
}
