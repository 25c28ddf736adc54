package cn.zhirong.knowledge;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.document.DocumentKind;
import cn.zhirong.policy.Level;
import cn.zhirong.policy.PolicyFilter;
import cn.zhirong.policy.PolicyLibrary;
import cn.zhirong.policy.Validity;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Pages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The policy library as a page: a search over all passages, or the list of documents where nothing is asked. */
@Needs(Action.VISIT)
@Controller("/{slug}/policies")
@ExecuteOn(TaskExecutors.BLOCKING)
class PolicySearchController {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_QUERY = 200;

    private final PolicySearch search;
    private final PolicyLibrary library;
    private final Pages pages;
    private final Clock clock;

    PolicySearchController(PolicySearch search, PolicyLibrary library, Pages pages, Clock clock) {
        this.search = search;
        this.library = library;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<String> page(HttpRequest<?> request, Tenant tenant) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SHANGHAI);
        String written = parameter(request, "asOf");
        LocalDate day = written.isEmpty() ? today : day(written);
        String problem = day == null ? "日期应当写成 2026-03-01 这样，年份在 1949 至 2100 之间；下面按今天的效力显示。" : null;
        String query = parameter(request, "q");
        SearchAddress address = new SearchAddress(
                "/" + tenant.slug() + "/policies",
                query.length() > LONGEST_QUERY ? query.substring(0, LONGEST_QUERY) : query,
                day == null ? today : day,
                today,
                chosen(request, "kind", DocumentKind.class),
                chosen(request, "level", Level.class),
                chosen(request, "validity", Validity.class));
        int page = page(parameter(request, "page"));
        SearchViews views = new SearchViews(tenant, address, page, problem);
        int from = (page - 1) * SearchViews.PAGE;
        SearchView view = address.query().isEmpty()
                ? views.listed(library.list(
                        tenant,
                        new PolicyFilter(
                                address.kinds(),
                                address.levels(),
                                address.validities(),
                                address.asOf(),
                                from,
                                SearchViews.PAGE)))
                : views.found(search.search(new SearchQuery(
                        tenant.slug(),
                        address.query(),
                        address.asOf(),
                        address.kinds(),
                        address.levels(),
                        address.validities(),
                        from,
                        SearchViews.PAGE)));
        return pages.show(request, "knowledge/search", view);
    }

    private static String parameter(HttpRequest<?> request, String name) {
        String value = request.getParameters().get(name);
        return value == null ? "" : value.strip();
    }

    private static @Nullable LocalDate day(String written) {
        try {
            LocalDate day = LocalDate.parse(written);
            return day.getYear() >= 1949 && day.getYear() <= 2100 ? day : null;
        } catch (DateTimeParseException malformed) {
            return null;
        }
    }

    /** Pages beyond what the index gives show its last one. */
    private static int page(String written) {
        return written.matches("[1-9][0-9]{0,3}") ? Math.min(Integer.parseInt(written), 1000 / SearchViews.PAGE) : 1;
    }

    /** Filters that are none of ours are left out, as if nobody had chosen them. */
    private static <E extends Enum<E>> Set<E> chosen(HttpRequest<?> request, String name, Class<E> type) {
        List<String> wanted = request.getParameters().getAll(name);
        Set<E> chosen = EnumSet.noneOf(type);
        Arrays.stream(type.getEnumConstants())
                .filter(one -> wanted.contains(one.name()))
                .forEach(chosen::add);
        return chosen;
    }
}
