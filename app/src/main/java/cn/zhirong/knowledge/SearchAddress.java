package cn.zhirong.knowledge;

import cn.zhirong.document.DocumentKind;
import cn.zhirong.policy.Level;
import cn.zhirong.policy.Validity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The state of the library page, which is its address: {@code ?q=&asOf=&kind=&level=&validity=&page=}, filters repeated as often
 * as needed.
 *
 * @param here address without query
 * @param today so that the usual day is left out of the address
 */
record SearchAddress(
        String here,
        String query,
        LocalDate asOf,
        LocalDate today,
        Set<DocumentKind> kinds,
        Set<Level> levels,
        Set<Validity> validities) {
    SearchAddress {
        kinds = Set.copyOf(kinds);
        levels = Set.copyOf(levels);
        validities = Set.copyOf(validities);
    }

    boolean isFiltered() {
        return !kinds.isEmpty() || !levels.isEmpty() || !validities.isEmpty();
    }

    SearchAddress withoutFilters() {
        return new SearchAddress(here, query, asOf, today, Set.of(), Set.of(), Set.of());
    }

    /** Everything of today. */
    SearchAddress everything() {
        return new SearchAddress(here, query, today, today, Set.of(), Set.of(), Set.of());
    }

    SearchAddress asking(String words) {
        return new SearchAddress(here, words, today, today, Set.of(), Set.of(), Set.of());
    }

    SearchAddress toggled(DocumentKind kind) {
        return new SearchAddress(here, query, asOf, today, toggle(kinds, kind), levels, validities);
    }

    SearchAddress toggled(Level level) {
        return new SearchAddress(here, query, asOf, today, kinds, toggle(levels, level), validities);
    }

    SearchAddress toggled(Validity validity) {
        return new SearchAddress(here, query, asOf, today, kinds, levels, toggle(validities, validity));
    }

    /** The address of the first page. */
    String href() {
        String parameters = parameters();
        return parameters.isEmpty() ? here : here + "?" + parameters;
    }

    /** The address of a page, its number to be appended. */
    String pageHref() {
        String parameters = parameters();
        return here + "?" + (parameters.isEmpty() ? "" : parameters + "&") + "page=";
    }

    private String parameters() {
        Set<String> parts = new LinkedHashSet<>();
        if (!query.isEmpty()) {
            parts.add("q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        }
        if (!asOf.equals(today)) {
            parts.add("asOf=" + asOf);
        }
        // In the order of the enumerations, so that the same state has one address.
        kinds.stream().sorted().forEach(it -> parts.add("kind=" + it));
        levels.stream().sorted().forEach(it -> parts.add("level=" + it));
        validities.stream().sorted().forEach(it -> parts.add("validity=" + it));
        return parts.stream().collect(Collectors.joining("&"));
    }

    private static <E extends Enum<E>> Set<E> toggle(Set<E> chosen, E one) {
        Set<E> toggled = chosen.isEmpty() ? EnumSet.noneOf(one.getDeclaringClass()) : EnumSet.copyOf(chosen);
        if (!toggled.remove(one)) {
            toggled.add(one);
        }
        return toggled;
    }
}
