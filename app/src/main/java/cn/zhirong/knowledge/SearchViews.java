package cn.zhirong.knowledge;

import cn.zhirong.document.DocumentKind;
import cn.zhirong.knowledge.SearchView.Facet;
import cn.zhirong.knowledge.SearchView.FacetGroup;
import cn.zhirong.knowledge.SearchView.Found;
import cn.zhirong.knowledge.SearchView.Hit;
import cn.zhirong.knowledge.SearchView.Kept;
import cn.zhirong.knowledge.SearchView.Link;
import cn.zhirong.knowledge.SearchView.Listed;
import cn.zhirong.policy.Level;
import cn.zhirong.policy.PolicyLink;
import cn.zhirong.policy.PolicyList;
import cn.zhirong.policy.PolicySummary;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.policy.Validity;
import cn.zhirong.tenant.Tenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the library page out of what was found or listed. */
final class SearchViews {
    /** So many hits, or documents, on one page. */
    static final int PAGE = 20;
    /** So many passages of one document; more of them would hide the other documents. */
    private static final int MOST_HITS = 4;
    /** The index gives no more. */
    private static final int MOST_PAGES = 1000 / PAGE;

    /** Cosine from which two texts mean much the same; unrelated Chinese sentences reach about 0.4. */
    private static final double MEANS_THE_SAME = 0.6;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Tenant tenant;
    private final SearchAddress address;
    private final int page;
    private final @Nullable String problem;

    SearchViews(Tenant tenant, SearchAddress address, int page, @Nullable String problem) {
        this.tenant = tenant;
        this.address = address;
        this.page = page;
        this.problem = problem;
    }

    SearchView found(SearchResult result) {
        Map<String, List<PassageHit>> documents = new LinkedHashMap<>();
        // Without a common word only what means much the same is worth showing; the index always has a nearest passage.
        List<PassageHit> hits = result.hits().stream()
                .filter(hit -> result.total() > 0 || hit.semantic() >= MEANS_THE_SAME)
                .toList();
        for (PassageHit hit : hits) {
            Passage passage = hit.passage();
            String document = passage.shelf() + "/" + passage.versionId();
            documents.computeIfAbsent(document, unused -> new ArrayList<>()).add(hit);
        }
        String day = "按 " + address.asOf().format(DAY) + " 的效力";
        return view(
                result.total(),
                result.total() > 0
                        ? "相关的条款 " + result.total() + " 条，按相关程度排列，" + day
                        : hits.isEmpty() ? day : "没有字面相符的条款，下面是意思相近的，" + day,
                documents.values().stream().map(this::document).toList(),
                List.of(),
                result.facets());
    }

    SearchView listed(PolicyList list) {
        return view(
                list.total(),
                "共 " + list.total() + " 份文件，按 " + address.asOf().format(DAY) + " 的效力",
                List.of(),
                list.policies().stream().map(this::listed).toList(),
                list.facets());
    }

    private SearchView view(
            long total, String counted, List<Found> found, List<Listed> listed, Map<String, Map<String, Long>> facets) {
        long pages = Math.clamp((total + PAGE - 1) / PAGE, 1, MOST_PAGES);
        return new SearchView(
                address.here(),
                address.query(),
                address.asOf().toString(),
                address.asOf().format(DAY),
                address.asOf().equals(address.today()),
                kept(),
                groups(facets),
                chosen(),
                address.isFiltered() ? address.withoutFilters().href() : "",
                counted,
                found,
                listed,
                page,
                (int) pages,
                address.pageHref(),
                List.of("贴息标准", "申报材料", "风险补偿", "质押登记", "白名单").stream()
                        .filter(word -> !word.equals(address.query()))
                        .map(word -> new Link(word, address.asking(word).href()))
                        .toList(),
                address.everything().href(),
                "/" + tenant.slug() + "/ask"
                        + (address.query().isEmpty()
                                ? ""
                                : "?question=" + URLEncoder.encode(address.query(), StandardCharsets.UTF_8)),
                problem);
    }

    private Found document(List<PassageHit> hits) {
        PassageHit best = hits.getFirst();
        Passage passage = best.passage();
        return new Found(
                passage.title(),
                href(passage, ""),
                passage.documentNumber(),
                passage.term().kind().label(),
                best.validity(),
                published(passage.publishedOn() != null ? passage.publishedOn() : passage.signedOn()),
                hits.stream().limit(MOST_HITS).map(this::hit).toList());
    }

    private Hit hit(PassageHit hit) {
        Passage passage = hit.passage();
        List<String> path = new ArrayList<>(passage.trail());
        // A heading's own passage would name it twice: 二、标准 › 二、.
        if (passage.path().isEmpty()) {
            path.add("文件信息");
        } else if (path.isEmpty() || !path.getLast().startsWith(passage.path())) {
            path.add(passage.path());
        }
        return new Hit(href(passage, passage.anchor()), path, hit.snippet());
    }

    private Listed listed(PolicySummary summary) {
        PolicyVersion version = summary.version();
        return new Listed(
                version.title(),
                PolicyLink.path(tenant.slug(), version.policyId(), version.number(), "") + keptDay(),
                version.documentNumber(),
                version.kind().label(),
                String.join("、", version.issuers()),
                summary.validity(),
                published(version.datedOn()),
                version.illustrative());
    }

    private String href(Passage passage, String anchor) {
        String page = PolicyLink.path(tenant.slug(), passage.policyId(), passage.versionNumber(), "");
        return page + keptDay() + (anchor.isEmpty() ? "" : "#" + anchor);
    }

    private String keptDay() {
        return address.asOf().equals(address.today()) ? "" : "?asOf=" + address.asOf();
    }

    private static String published(@Nullable LocalDate day) {
        return day == null ? "" : day.format(DAY);
    }

    private List<Kept> kept() {
        List<Kept> kept = new ArrayList<>();
        address.kinds().stream().sorted().forEach(it -> kept.add(new Kept("kind", it.name())));
        address.levels().stream().sorted().forEach(it -> kept.add(new Kept("level", it.name())));
        address.validities().stream().sorted().forEach(it -> kept.add(new Kept("validity", it.name())));
        return kept;
    }

    private List<Link> chosen() {
        List<Link> chosen = new ArrayList<>();
        address.kinds().stream()
                .sorted()
                .forEach(it ->
                        chosen.add(new Link(it.label(), address.toggled(it).href())));
        address.levels().stream()
                .sorted()
                .forEach(it ->
                        chosen.add(new Link(it.label(), address.toggled(it).href())));
        address.validities().stream()
                .sorted()
                .forEach(it ->
                        chosen.add(new Link(it.label(), address.toggled(it).href())));
        return chosen;
    }

    private List<FacetGroup> groups(Map<String, Map<String, Long>> counts) {
        return List.of(
                        new FacetGroup("种类", options(DocumentKind.values(), counts.get("kind"), this::kind)),
                        new FacetGroup("层级", options(Level.values(), counts.get("level"), this::level)),
                        new FacetGroup("效力", options(Validity.values(), counts.get("validity"), this::validity)))
                .stream()
                .filter(group -> !group.options().isEmpty())
                .toList();
    }

    /** Those that lead somewhere, and those that are on. */
    private static <E extends Enum<E>> List<Facet> options(
            E[] all, @Nullable Map<String, Long> counts, Function<E, Facet> facet) {
        return Arrays.stream(all)
                .map(one -> {
                    Facet made = facet.apply(one);
                    long count = counts == null ? 0 : counts.getOrDefault(one.name(), 0L);
                    return new Facet(made.text(), made.href(), count, made.selected());
                })
                .filter(it -> it.count() > 0 || it.selected())
                .toList();
    }

    private Facet kind(DocumentKind it) {
        return new Facet(
                it.label(), address.toggled(it).href(), 0, address.kinds().contains(it));
    }

    private Facet level(Level it) {
        return new Facet(
                it.label(), address.toggled(it).href(), 0, address.levels().contains(it));
    }

    private Facet validity(Validity it) {
        return new Facet(
                it.label(), address.toggled(it).href(), 0, address.validities().contains(it));
    }
}
