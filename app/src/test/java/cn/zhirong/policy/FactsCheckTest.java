package cn.zhirong.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.document.DocumentKind;
import cn.zhirong.web.Refusal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactsCheckTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @Test
    void texts_may_be_as_long_as_their_column_and_no_longer() {
        assertThat(fields(titled("题".repeat(500)))).isEmpty();
        assertThat(fields(titled("题".repeat(501)))).containsExactly("title");
        assertThat(fields(titled(" "))).containsExactly("title");
        assertThat(fields(issued(Collections.nCopies(15, "局".repeat(100))))).isEmpty();
        assertThat(fields(issued(Collections.nCopies(16, "局")))).containsExactly("issuers");
        assertThat(fields(issued(List.of("局".repeat(101))))).containsExactly("issuers");
    }

    @Test
    void days_lie_between_1949_and_2100() {
        assertThat(fields(lasting(LocalDate.of(1949, 10, 1), LocalDate.of(2100, 12, 31))))
                .isEmpty();
        assertThat(fields(lasting(LocalDate.of(1949, 9, 30), null))).containsExactly("effectiveFrom");
        assertThat(fields(lasting(FIRST, LocalDate.of(2101, 1, 1)))).containsExactly("expiresOn");
    }

    @Test
    void a_document_may_end_on_its_first_day_but_not_before() {
        assertThat(fields(lasting(FIRST, FIRST))).isEmpty();
        assertThat(fields(lasting(FIRST, FIRST.minusDays(1)))).containsExactly("expiresOn");
    }

    private static List<String> fields(PolicyFacts facts) {
        return FactsCheck.errors(facts).stream().map(Refusal.Field::field).toList();
    }

    private static PolicyFacts titled(String title) {
        return facts(title, List.of(), FIRST, null);
    }

    private static PolicyFacts issued(List<String> issuers) {
        return facts("贴息办法", issuers, FIRST, null);
    }

    private static PolicyFacts lasting(LocalDate from, @Nullable LocalDate until) {
        return facts("贴息办法", List.of(), from, until);
    }

    private static PolicyFacts facts(String title, List<String> issuers, LocalDate from, @Nullable LocalDate until) {
        return new PolicyFacts(
                title,
                "",
                issuers,
                DocumentKind.MEASURE,
                Level.CITY,
                List.of("enterprise"),
                null,
                null,
                from,
                until,
                null,
                "",
                false,
                "");
    }
}
