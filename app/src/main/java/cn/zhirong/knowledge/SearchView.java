package cn.zhirong.knowledge;

import cn.zhirong.policy.Validity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policy library as a page: what was found, or the list of documents where nothing was asked.
 *
 * @param here address of the page without query
 * @param query what was typed
 * @param asOf the day chosen, ISO
 * @param asOfText the same for reading
 * @param today whether that is today
 * @param kept filters that the search form carries on
 * @param facets filters with counts
 * @param chosen filters that are on, each with the way off
 * @param clear address without filters, or empty where none is on
 * @param counted one sentence: how much was found, of which day
 * @param found documents in which something was found; empty where nothing was asked
 * @param listed documents where nothing was asked
 * @param page from 1
 * @param pages how many there are
 * @param pageHref address of a page, its number to be appended
 * @param suggestions what one may try instead
 * @param all address that asks the same of everything, without filters and days
 * @param ask where the same question is asked of the assistant
 * @param problem what is wrong with the chosen day, or null
 */
public record SearchView(
        String here,
        String query,
        String asOf,
        String asOfText,
        boolean today,
        List<Kept> kept,
        List<FacetGroup> facets,
        List<Link> chosen,
        String clear,
        String counted,
        List<Found> found,
        List<Listed> listed,
        int page,
        int pages,
        String pageHref,
        List<Link> suggestions,
        String all,
        String ask,
        @Nullable String problem) {

    /** A hidden field. */
    public record Kept(String name, String value) {}

    /** Words that lead somewhere. */
    public record Link(String text, String href) {}

    /** Filters of one sort. */
    public record FacetGroup(String title, List<Facet> options) {}

    /** A filter. */
    public record Facet(String text, String href, long count, boolean selected) {}

    /** A document with the passages found in it, best first. */
    public record Found(
            String title, String href, String number, String kind, Validity validity, String date, List<Hit> hits) {}

    /** A passage. */
    public record Hit(String href, List<String> path, List<PassageHit.Snippet> snippet) {}

    /** A document of the list. */
    public record Listed(
            String title,
            String href,
            String number,
            String kind,
            String issuers,
            Validity validity,
            String date,
            boolean illustrative) {}
}
