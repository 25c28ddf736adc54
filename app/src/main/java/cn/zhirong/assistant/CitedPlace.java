package cn.zhirong.assistant;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where cited words are read in full. */
final class CitedPlace {
    private CitedPlace() {}

    /** The provision on the reading page of the version cited, such as {@code /zhaoqing/policies/12/v1#a3}. */
    static String path(String slug, Citation citation) {
        return path(slug, citation, null);
    }

    /** @param day for which the page is to show what holds, or null for today */
    static String path(String slug, Citation citation, @Nullable LocalDate day) {
        String page = "/" + slug + "/policies/" + citation.policyId() + "/v" + citation.versionNumber()
                + (day == null ? "" : "?asOf=" + day);
        return citation.anchor().isEmpty() ? page : page + "#" + citation.anchor();
    }
}
