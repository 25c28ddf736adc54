package cn.zhirong.assistant;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words a sentence rests on.
 *
 * @param n its number in the answer, from 1
 * @param policyId the document
 * @param versionId the text of it that was read
 * @param shelf slug of the tenant that owns it, or {@code shared}
 * @param documentNumber its number, or empty
 * @param title its title
 * @param versionNumber 1, 2, …
 * @param path the provision, or empty for the document's head
 * @param anchor where it stands on the reading page, or empty
 * @param quote the words, exactly as they stand in the passage
 * @param quoteStart where they begin in the passage's text, in chars
 * @param validity the state of the document on the day asked, as a reader sees it
 * @param recorded days of the document's record that the answer names beside its words, such as {@code 2026年3月1日}
 */
@Serdeable
public record Citation(
        int n,
        long policyId,
        long versionId,
        String shelf,
        String documentNumber,
        String title,
        int versionNumber,
        String path,
        String anchor,
        String quote,
        int quoteStart,
        String validity,
        @Nullable List<String> recorded) {
    public Citation {
        recorded = recorded == null ? List.of() : List.copyOf(recorded);
    }

    /** Never null: citations stored before these days were kept have none. */
    @Override
    public List<String> recorded() {
        return recorded == null ? List.of() : recorded;
    }
}
