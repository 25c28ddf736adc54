package cn.zhirong.knowledge;

import cn.zhirong.document.DocumentKind;
import cn.zhirong.policy.Validity;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;

/** The filters of a question as queries: the same rule as {@link cn.zhirong.policy.Term#on}, asked of the index. */
final class TermFilters {
    private TermFilters() {}

    /** What passages must satisfy, or empty when everything may be found. */
    static Optional<Query> of(SearchQuery query) {
        var all = new BooleanQuery.Builder();
        if (!query.kinds().isEmpty()) {
            all.add(ordinals(Fields.KIND, query.kinds()), Occur.FILTER);
        }
        if (!query.levels().isEmpty()) {
            all.add(ordinals(Fields.LEVEL, query.levels()), Occur.FILTER);
        }
        if (!query.validities().isEmpty()) {
            var any = new BooleanQuery.Builder();
            query.validities().forEach(validity -> any.add(validity(validity, query.asOf()), Occur.SHOULD));
            all.add(any.build(), Occur.FILTER);
        }
        BooleanQuery filter = all.build();
        return filter.clauses().isEmpty() ? Optional.empty() : Optional.of(new ConstantScoreQuery(filter));
    }

    private static Query validity(Validity validity, LocalDate day) {
        Query unrepealed = after(Fields.REPEALED_ON, day);
        Query unsuperseded = after(Fields.SUPERSEDED_ON, day);
        Query begun = upTo(Fields.EFFECTIVE_FROM, day);
        Query unexpired = after(Fields.EXPIRES_ON, day.minusDays(1));
        return switch (validity) {
            case DRAFT_FOR_COMMENT -> ordinals(Fields.KIND, List.of(DocumentKind.DRAFT_FOR_COMMENT));
            case REPEALED -> every(notDraft(), upTo(Fields.REPEALED_ON, day));
            case SUPERSEDED -> every(notDraft(), unrepealed, upTo(Fields.SUPERSEDED_ON, day));
            case EXPIRED -> every(notDraft(), unrepealed, unsuperseded, upTo(Fields.EXPIRES_ON, day.minusDays(1)));
            case NOT_YET_IN_FORCE ->
                every(notDraft(), unrepealed, unsuperseded, unexpired, after(Fields.EFFECTIVE_FROM, day));
            case IN_FORCE -> every(kinds(true), unrepealed, unsuperseded, unexpired, begun);
            case INFORMATION -> every(kinds(false), unrepealed, unsuperseded, unexpired, begun);
        };
    }

    private static Query every(Query... queries) {
        var all = new BooleanQuery.Builder();
        for (Query query : queries) {
            all.add(query, Occur.FILTER);
        }
        return all.build();
    }

    private static Query notDraft() {
        return ordinals(
                Fields.KIND,
                Stream.of(DocumentKind.values())
                        .filter(kind -> kind != DocumentKind.DRAFT_FOR_COMMENT)
                        .toList());
    }

    private static Query kinds(boolean binding) {
        return ordinals(
                Fields.KIND,
                Stream.of(DocumentKind.values())
                        .filter(kind -> kind != DocumentKind.DRAFT_FOR_COMMENT && kind.isBinding() == binding)
                        .toList());
    }

    private static Query ordinals(String field, Collection<? extends Enum<?>> values) {
        return LongField.newSetQuery(
                field, values.stream().mapToLong(Enum::ordinal).sorted().toArray());
    }

    private static Query upTo(String field, LocalDate day) {
        return LongPoint.newRangeQuery(field, Long.MIN_VALUE, day.toEpochDay());
    }

    private static Query after(String field, LocalDate day) {
        return LongPoint.newRangeQuery(field, day.toEpochDay() + 1, Long.MAX_VALUE);
    }
}
