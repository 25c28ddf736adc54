package cn.zhirong.assistant;

import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import java.util.Collection;
import java.util.List;

/** A question becomes its parts, each with the subject it leans on. */
final class PartTransformer implements QueryTransformer {

    /** A whole question, cleaned. */
    static final class Whole extends Query {
        private final Question question;

        Whole(Question question, String cleaned) {
            super(cleaned);
            this.question = question;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    @Override
    public Collection<Query> transform(Query query) {
        if (!(query instanceof Whole whole)) {
            throw new IllegalArgumentException("not a whole question: " + query);
        }
        return List.copyOf(Part.of(whole.text(), whole.question.earlier()).stream()
                .map(part -> new PartQuery(whole.question, part))
                .toList());
    }
}
