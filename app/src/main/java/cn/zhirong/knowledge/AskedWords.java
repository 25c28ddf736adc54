package cn.zhirong.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * A question as it is looked for: in the words it was asked in and, where the bureau named synonyms, in the documents' words too.
 *
 * @param words what passages are scored by: the question with the 正式用语 for what it calls otherwise
 * @param readings the question as typed, and as the documents would say it; a passage matches that matches one of them
 * @param meant whose meaning is looked for
 */
record AskedWords(Words words, List<Words> readings, String meant) {

    static AskedWords of(String typed, SearchSettings settings) {
        String text = typed.substring(0, Math.min(typed.length(), 2_000));
        SearchSettings.Formal formal = settings.read(text);
        var asked = new Words(text);
        if (formal.terms().isEmpty()) {
            return new AskedWords(asked, List.of(asked), text);
        }
        // The terms stand first: of a very long question only the beginning is looked for. A comma keeps their grams
        // apart.
        var terms = new ArrayList<>(formal.terms());
        terms.add(text);
        return new AskedWords(
                new Words(String.join("\uff0c", terms)), List.of(asked, new Words(formal.text())), formal.text());
    }

    Query matching() {
        if (readings.size() == 1) {
            return readings.getFirst().matching();
        }
        var any = new BooleanQuery.Builder();
        readings.forEach(reading -> any.add(reading.matching(), Occur.SHOULD));
        return any.build();
    }
}
