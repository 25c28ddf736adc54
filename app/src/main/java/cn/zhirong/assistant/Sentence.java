package cn.zhirong.assistant;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A sentence of an answer.
 *
 * @param text words cut from what is cited, with closing punctuation
 * @param citations numbers of the {@link Citation}s it rests on; empty only where it says that something is not stated
 */
@Serdeable
public record Sentence(String text, List<Integer> citations) {
    public Sentence {
        citations = List.copyOf(citations);
    }
}
