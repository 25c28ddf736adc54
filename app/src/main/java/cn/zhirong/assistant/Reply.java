package cn.zhirong.assistant;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * An answer as it is kept.
 *
 * @param answer what was said
 * @param clauses the text around each of its citations, in their order
 */
@Serdeable
record Reply(Answer answer, List<String> clauses) {
    Reply {
        clauses = List.copyOf(clauses);
    }

    /** The text around a citation. */
    String clause(Citation citation) {
        int index = answer.citations().indexOf(citation);
        return index >= 0 && index < clauses.size() ? clauses.get(index) : citation.quote();
    }
}
