package cn.zhirong.policy;

import cn.zhirong.document.DocumentFacts;
import cn.zhirong.document.DocumentKind;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link DocumentFacts} as it is kept in a JSON column. */
@Serdeable
record StoredFacts(
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
    static StoredFacts of(DocumentFacts facts) {
        return new StoredFacts(
                facts.title(),
                facts.documentNumber(),
                facts.issuers(),
                facts.signedOn(),
                facts.publishedOn(),
                facts.effectiveFrom(),
                facts.expiresOn(),
                facts.kind(),
                facts.citedNumbers(),
                facts.repealedNumbers());
    }

    DocumentFacts facts() {
        return new DocumentFacts(
                title,
                documentNumber,
                issuers,
                signedOn,
                publishedOn,
                effectiveFrom,
                expiresOn,
                kind,
                citedNumbers,
                repealedNumbers);
    }
}
