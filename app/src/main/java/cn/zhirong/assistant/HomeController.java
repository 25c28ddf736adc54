package cn.zhirong.assistant;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.web.Pages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URI;
import java.util.List;

/** The first page of a bureau, and the one before it where an installation has several. */
@Controller
class HomeController {
    private final Tenants tenants;
    private final Pages pages;

    HomeController(Tenants tenants, Pages pages) {
        this.tenants = tenants;
        this.pages = pages;
    }

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
    HttpResponse<String> home(HttpRequest<?> request, Tenant tenant) {
        return pages.show(
                request,
                "home/home",
                new HomeView(
                        tenant.profile().welcome(),
                        AskPages.box(tenant, "", "", List.of()),
                        tenant.profile().suggestions(),
                        Bureaus.contact(tenant.profile())));
    }
}
