package cn.zhirong.knowledge;

import cn.zhirong.web.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Synonyms as a person writes them: one a line, {@code 俗称=正式用语}. */
final class SynonymList {
    static final int MOST = 200;
    private static final int LONGEST = 30;

    private SynonymList() {}

    static String written(List<Synonym> synonyms) {
        return synonyms.stream().map(it -> it.said() + "=" + it.formal()).collect(Collectors.joining("\n"));
    }

    /** Refuses with the number of the line and what is wrong with it. */
    static List<Synonym> read(String written) {
        var synonyms = new ArrayList<Synonym>();
        var seen = new HashSet<Synonym>();
        int number = 0;
        for (String line : written.split("\n", -1)) {
            number++;
            String words = line.replace('\uff1d', '=').strip();
            if (words.isEmpty()) {
                continue;
            }
            int equals = words.indexOf('=');
            String said = equals < 0 ? "" : words.substring(0, equals).strip();
            String formal = equals < 0 ? "" : words.substring(equals + 1).strip();
            if (equals < 0 || formal.contains("=")) {
                throw wrong(number, "应写成“俗称=正式用语”，一行一组。");
            }
            if (said.length() < 2 || said.length() > LONGEST || formal.length() < 2 || formal.length() > LONGEST) {
                throw wrong(number, "俗称和正式用语都须为 2 至 " + LONGEST + " 个字。");
            }
            if (said.equals(formal)) {
                throw wrong(number, "俗称和正式用语相同，不必写。");
            }
            var synonym = new Synonym(said, formal);
            if (seen.add(synonym)) {
                synonyms.add(synonym);
            }
        }
        if (synonyms.size() > MOST) {
            throw Refusal.badField("synonyms", "同义词最多 " + MOST + " 组，现在有 " + synonyms.size() + " 组。");
        }
        return synonyms;
    }

    private static Refusal wrong(int number, String what) {
        return Refusal.badField("synonyms", "第 " + number + " 行" + what);
    }
}
