package cn.zhirong.assistant;

import dev.langchain4j.rag.query.Query;

/** One part of a question on its way through the search. */
final class PartQuery extends Query {
    private final Question question;
    private final Part part;

    PartQuery(Question question, Part part) {
        super(part.query());
        this.question = question;
        this.part = part;
    }

    Question question() {
        return question;
    }

    Part part() {
        return part;
    }

    /** Two parts are never one, even when they read alike. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    static PartQuery from(Query query) {
        if (query instanceof PartQuery part) {
            return part;
        }
        throw new IllegalArgumentException("not a part of a question: " + query);
    }
}
