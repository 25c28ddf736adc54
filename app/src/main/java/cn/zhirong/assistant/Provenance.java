package cn.zhirong.assistant;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;

/**
 * What a page says on its face about an answer.
 *
 * @param generatedBy how it was made
 * @param asOf the day for which documents were held valid
 * @param documents titles of the documents it cites, each once
 * @param notice what holds when answer and document differ
 */
@Serdeable
public record Provenance(String generatedBy, LocalDate asOf, List<String> documents, String notice) {
    static final String EXTRACT = "自动摘录，未使用语言模型";
    static final String COMPUTED = "按规则计算，未使用语言模型";
    static final String LISTED = "按补贴项目的登记内容，未使用语言模型";
    static final String NOTICE = "本回答由系统自动生成，仅供参考，以文件原文为准。";

    public Provenance {
        documents = List.copyOf(documents);
    }

    /** Of what was computed. */
    static Provenance computed(LocalDate asOf, List<Citation> citations) {
        return of(COMPUTED, asOf, citations);
    }

    /** Of what programmes say. */
    static Provenance listed(LocalDate asOf, List<Citation> citations) {
        return of(LISTED, asOf, citations);
    }

    static Provenance of(LocalDate asOf, List<Citation> citations) {
        return of(EXTRACT, asOf, citations);
    }

    private static Provenance of(String generatedBy, LocalDate asOf, List<Citation> citations) {
        return new Provenance(
                generatedBy,
                asOf,
                citations.stream().map(Citation::title).distinct().toList(),
                NOTICE);
    }
}
