package cn.zhirong.policy;

import cn.zhirong.document.DocumentFacts;
import cn.zhirong.document.DocumentKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the words of a version and a person confirms. The parts are described at {@link PolicyVersion}; what is not
 * known is empty or null.
 */
public record PolicyFacts(
        String title,
        String documentNumber,
        List<String> issuers,
        DocumentKind kind,
        Level level,
        List<String> audience,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate repealedOn,
        String source,
        boolean illustrative,
        String note) {
    public PolicyFacts {
        issuers = List.copyOf(issuers);
        audience = List.copyOf(audience);
    }

    /** What the parser found, cut to what can be stored; the level is read off the issuers. */
    static PolicyFacts found(DocumentFacts found, String source) {
        List<String> issuers = found.issuers().stream()
                .limit(FactsCheck.MOST_ISSUERS)
                .map(issuer -> cut(issuer, FactsCheck.LONGEST_ISSUER))
                .toList();
        return new PolicyFacts(
                cut(Objects.requireNonNullElse(found.title(), ""), FactsCheck.LONGEST_TITLE),
                cut(Objects.requireNonNullElse(found.documentNumber(), ""), FactsCheck.LONGEST_NUMBER),
                issuers,
                found.kind(),
                LevelGuess.of(issuers),
                List.of("enterprise"),
                FactsCheck.inRange(found.signedOn()),
                FactsCheck.inRange(found.publishedOn()),
                FactsCheck.inRange(found.effectiveFrom()),
                FactsCheck.inRange(found.expiresOn()),
                null,
                cut(source, FactsCheck.LONGEST_SOURCE),
                false,
                "");
    }

    /**
     * These facts after the text was read anew: where a person left what the parser {@code before} had found, the parser's new
     * finding is taken; what a person changed stays.
     */
    PolicyFacts following(PolicyFacts before, PolicyFacts after) {
        return new PolicyFacts(
                follow(title, before.title, after.title),
                follow(documentNumber, before.documentNumber, after.documentNumber),
                follow(issuers, before.issuers, after.issuers),
                follow(kind, before.kind, after.kind),
                follow(level, before.level, after.level),
                audience,
                followDay(signedOn, before.signedOn, after.signedOn),
                followDay(publishedOn, before.publishedOn, after.publishedOn),
                followDay(effectiveFrom, before.effectiveFrom, after.effectiveFrom),
                followDay(expiresOn, before.expiresOn, after.expiresOn),
                repealedOn,
                follow(source, before.source, after.source),
                illustrative,
                note);
    }

    private static <T> T follow(T own, T before, T after) {
        return own.equals(before) ? after : own;
    }

    private static @Nullable LocalDate followDay(
            @Nullable LocalDate own, @Nullable LocalDate before, @Nullable LocalDate after) {
        return Objects.equals(own, before) ? after : own;
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
