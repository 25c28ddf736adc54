package cn.zhirong.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parser found out about a document, shown to a person for confirmation. Whatever was not found is null or empty: it
 * is never guessed.
 *
 * @param title full title without line breaks, 《》 kept where the document has them
 * @param documentNumber such as {@code 津滨市场监管知促〔2023〕15号}, brackets normalised to 〔〕, or null
 * @param issuers in their printed order
 * @param signedOn 成文日期
 * @param publishedOn 发布日期
 * @param effectiveFrom 施行日期
 * @param expiresOn the last day it is in force (失效日期 of "有效期N年" is computed)
 * @param kind best guess by title and text
 * @param citedNumbers other documents' numbers that the text names, without its own, in order, once each
 * @param repealedNumbers numbers or titles in 《》 that the text repeals
 */
public record DocumentFacts(
        @Nullable String title,
        @Nullable String documentNumber,
        List<String> issuers,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate expiresOn,
        DocumentKind kind,
        List<String> citedNumbers,
        List<String> repealedNumbers) {
    public DocumentFacts {
        issuers = List.copyOf(issuers);
        citedNumbers = List.copyOf(citedNumbers);
        repealedNumbers = List.copyOf(repealedNumbers);
    }
}
